package city.gewu.people;

import city.gewu.platform.Named;

/// An organisation that handles cases or sends people out (专业部门、责任单位). Organisations form a tree;
/// what may stand under what:
///
/// | kind | what it is | stands under |
/// |---|---|---|
/// | `bureau` | a bureau of the city (市级局), or a branch of it | nothing, a bureau |
/// | `district` | a district bureau (区县局) | nothing, a bureau |
/// | `street` | a street or town office (街道、乡镇) | nothing, a bureau, a district bureau |
/// | `community` | a community or village committee (社区、村) | nothing, a district bureau, a street |
/// | `unit` | a team, centre, station or public utility (队、所、中心、企事业单位) | anything but a community or a contractor |
/// | `contractor` | a company that works by contract (外包企业) | anything |
///
/// @param parent code of the organisation above, or empty text
/// @param kind `bureau`, `district`, `street`, `community`, `unit`, `contractor`
public record Department(String code, Named name, String parent, String kind) {}
