import { kebab } from '@shared/api/states'
import { i18n, named } from '@shared/i18n'
import { categories, city, departments } from '@desk/platform/reference'

function translated(key: string, code: string): string {
  const { t, te } = i18n.global
  return te(key) ? t(key) : code
}

/** The name of a state for the reader: `state.handling`. */
export function stateName(state: string): string {
  return translated(`state.${kebab(state)}`, state)
}

export function sourceName(source: string): string {
  return translated(`source.${kebab(source)}`, source)
}

export function commandName(command: string): string {
  return translated(`command.${kebab(command)}`, command)
}

export function flagName(flag: string): string {
  return translated(`flag.${flag.replaceAll('.', '-')}`, flag)
}

export function departmentName(code: string): string {
  const department = departments.value.value?.find((one) => one.code === code)
  return department ? named(department.name) : code
}

export function categoryName(code: string): string {
  const category = categories.value.value?.find((one) => one.code === code)
  return category ? named(category.name) : code
}

export function levelName(code: string): string {
  const level = city.value.value?.levels.find((one) => one.code === code)
  return level ? named(level.name) : code
}
