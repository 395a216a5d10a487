/** Whether this is WeChat's own browser; asked before anything of it is fetched. */
export function insideWechat(agent = navigator.userAgent): boolean {
  return /MicroMessenger/i.test(agent)
}
