/** Where most of the custom resources that are known in public have a schema: kubeconform's documentation names it. */
export const ecosystem =
  "https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json"

/** Whether a location of schemas is on the network. */
export function isSchemaAddress(location: string): boolean {
  return /^https?:\/\//u.test(location)
}
