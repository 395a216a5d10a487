import { kebab } from '@shared/api/states'
import { named } from '@shared/i18n'
import { translated } from '@desk/platform/names'
import { categories } from '@desk/platform/reference'

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

export function categoryName(code: string): string {
  const category = categories.value.value?.find((one) => one.code === code)
  return category ? named(category.name) : code
}
