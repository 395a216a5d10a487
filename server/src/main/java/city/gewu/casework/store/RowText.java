package city.gewu.casework.store;

import city.gewu.engine.ledger.Hash;

/// A row being written as text, value by value.
abstract sealed class RowText {

    final StringBuilder text = new StringBuilder();

    abstract RowText absent();

    abstract RowText value(String value);

    RowText value(Hash hash) {
        return value("\\x" + hash.hex());
    }

    RowText value(long number) {
        return value(Long.toString(number));
    }

    /// A composite literal: `("1","a",)`.
    static final class Literal extends RowText {

        @Override
        RowText absent() {
            text.append(text.isEmpty() ? "(" : ",");
            return this;
        }

        @Override
        RowText value(String value) {
            absent();
            Texts.quote(text, value);
            return this;
        }

        String end() {
            return text.append(')').toString();
        }
    }

    /// Lines of `COPY` in text format.
    static final class CopyLines extends RowText {

        private boolean lineStarted;

        @Override
        RowText absent() {
            separate();
            text.append("\\N");
            return this;
        }

        @Override
        RowText value(String value) {
            separate();
            int from = 0;
            for (int i = 0; i < value.length(); i++) {
                char escaped = escaped(value.charAt(i));
                if (escaped != 0) {
                    text.append(value, from, i).append('\\').append(escaped);
                    from = i + 1;
                }
            }
            text.append(value, from, value.length());
            return this;
        }

        private static char escaped(char c) {
            return switch (c) {
                case '\\' -> '\\';
                case '\n' -> 'n';
                case '\r' -> 'r';
                case '\t' -> 't';
                default -> 0;
            };
        }

        CopyLines endLine() {
            text.append('\n');
            lineStarted = false;
            return this;
        }

        int length() {
            return text.length();
        }

        /// What was written since the last time.
        String take() {
            var taken = text.toString();
            text.setLength(0);
            return taken;
        }

        private void separate() {
            if (lineStarted) {
                text.append('\t');
            }
            lineStarted = true;
        }
    }
}
