package city.gewu.people;

import city.gewu.platform.Named;

/// An organisation that handles cases or sends people out (专业部门、责任单位).
///
/// @param parent code of the organisation above, or empty text
/// @param kind `bureau`, `district`, `street`, `community`, `unit`, `contractor`
public record Department(String code, Named name, String parent, String kind) {}
