import enDesk from './en.json' with { type: 'json' }
import zhDesk from './zh-CN.json' with { type: 'json' }
import enAppraisal from './rooms/appraisal.en.json' with { type: 'json' }
import zhAppraisal from './rooms/appraisal.zh-CN.json' with { type: 'json' }
import enCalendar from './rooms/calendar.en.json' with { type: 'json' }
import zhCalendar from './rooms/calendar.zh-CN.json' with { type: 'json' }
import enCatalogue from './rooms/catalogue.en.json' with { type: 'json' }
import zhCatalogue from './rooms/catalogue.zh-CN.json' with { type: 'json' }
import enEvidence from './rooms/evidence.en.json' with { type: 'json' }
import zhEvidence from './rooms/evidence.zh-CN.json' with { type: 'json' }
import enIntake from './rooms/intake.en.json' with { type: 'json' }
import zhIntake from './rooms/intake.zh-CN.json' with { type: 'json' }
import enLists from './rooms/lists.en.json' with { type: 'json' }
import zhLists from './rooms/lists.zh-CN.json' with { type: 'json' }
import enMonths from './rooms/months.en.json' with { type: 'json' }
import zhMonths from './rooms/months.zh-CN.json' with { type: 'json' }
import enPoints from './rooms/points.en.json' with { type: 'json' }
import zhPoints from './rooms/points.zh-CN.json' with { type: 'json' }
import enRouting from './rooms/routing.en.json' with { type: 'json' }
import zhRouting from './rooms/routing.zh-CN.json' with { type: 'json' }
import enScreen from './rooms/screen.en.json' with { type: 'json' }
import zhScreen from './rooms/screen.zh-CN.json' with { type: 'json' }
import enStreet from './rooms/street.en.json' with { type: 'json' }
import zhStreet from './rooms/street.zh-CN.json' with { type: 'json' }
import enTerritory from './rooms/territory.en.json' with { type: 'json' }
import zhTerritory from './rooms/territory.zh-CN.json' with { type: 'json' }

/** The words of every room in Chinese; a top-level key stands in one room only. */
export const zh = {
  ...zhDesk,
  ...zhAppraisal,
  ...zhCalendar,
  ...zhCatalogue,
  ...zhEvidence,
  ...zhIntake,
  ...zhLists,
  ...zhMonths,
  ...zhPoints,
  ...zhRouting,
  ...zhScreen,
  ...zhStreet,
  ...zhTerritory,
}

export const en: typeof zh = {
  ...enDesk,
  ...enAppraisal,
  ...enCalendar,
  ...enCatalogue,
  ...enEvidence,
  ...enIntake,
  ...enLists,
  ...enMonths,
  ...enPoints,
  ...enRouting,
  ...enScreen,
  ...enStreet,
  ...enTerritory,
}
