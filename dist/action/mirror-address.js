//#region src/load/mirror-address.ts
/** Whether a chart mirror is an address, not a folder. */
function isAddress(mirror) {
	return /^(?:https?|oci):\/\//u.test(mirror);
}
//#endregion
export { isAddress as t };
