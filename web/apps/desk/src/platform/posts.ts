/** The posts people can be given, in the order of the work; a citizen is posted by nobody. */
export const POSTS = [
  'SUPERVISOR',
  'INTAKE_CLERK',
  'SHIFT_LEAD',
  'DISPATCHER',
  'HANDLER',
  'CHECKER',
  'ASSESSOR',
  'LEGAL_REVIEWER',
  'ENFORCEMENT_OFFICER',
  'ROAD_CHIEF',
  'TEAM_LEADER',
  'COMMUNITY_GRID_OFFICER',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
] as const
