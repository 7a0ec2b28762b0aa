//#region src/load/schema-address.ts
/** Where most of the custom resources that are known in public have a schema: kubeconform's documentation names it. */
const ecosystem = "https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json";
/** Whether a location of schemas is on the network. */
function isSchemaAddress(location) {
	return /^https?:\/\//u.test(location);
}
//#endregion
export { isSchemaAddress as n, ecosystem as t };
