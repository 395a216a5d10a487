package city.gewu.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionNameTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/cases, /api/cases, cases.create, ''",
        "POST, /api/cases/{id}/commands, /api/cases/17/commands, cases.commands.create, cases/17",
        "PUT, /api/session/password, /api/session/password, session.password.change, ''",
        "DELETE, /api/accounts/{id}/devices/{device}, /api/accounts/a/devices/b,"
                + " accounts.devices.delete, accounts/a/devices/b",
        "GET, /api/people/exports/{kind}.{format}, /api/people/exports/people.csv,"
                + " people.exports.read, people/exports/people.csv",
        "GET, /signin/oidc/callback, /signin/oidc/callback, signin.oidc.callback.read, ''",
        "GET, /tiles/cases/{z}/{x}/{y}.mvt, /tiles/cases/1/2/3.mvt, tiles.cases.read,"
                + " tiles/cases/1/2/3.mvt",
    })
    void aRequestIsCalledByTheWordsOfItsAddress(
            String method, String pattern, String path, String action, String object) {
        assertThat(ActionName.of(method, pattern)).isEqualTo(action);
        assertThat(ObjectName.of(pattern, path)).isEqualTo(object);
    }
}
