import { i18n, named } from '@shared/i18n'
import { city, departments } from './reference'

/** The message of a key for the reader, or the code itself when there is none. */
export function translated(key: string, code: string): string {
  const { t, te } = i18n.global
  return te(key) ? t(key) : code
}

export function postName(post: string): string {
  return translated(`post.${post}`, post)
}

export function rightName(right: string): string {
  return translated(`right.${right}`, right)
}

export function departmentName(code: string): string {
  const department = departments.value.value?.find((one) => one.code === code)
  return department ? named(department.name) : code
}

export function levelName(code: string): string {
  const level = city.value.value?.levels.find((one) => one.code === code)
  return level ? named(level.name) : code
}
