/** Whether a chart mirror is an address, not a folder. */
export function isAddress(mirror: string): boolean {
  return /^(?:https?|oci):\/\//u.test(mirror)
}
