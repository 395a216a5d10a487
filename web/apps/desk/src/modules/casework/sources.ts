/** Where a problem can come from, as the server spells it. */
export const REPORT_SOURCES = [
  'SUPERVISOR',
  'INSPECTION',
  'HOTLINE',
  'ORDER_12345',
  'CITIZEN_APP',
  'WECHAT',
  'WEB',
  'MEDIA',
  'VIDEO',
  'LEADER',
  'SENSOR',
  'INTERNAL',
] as const
