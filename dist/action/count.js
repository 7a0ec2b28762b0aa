//#region src/report/pretty/count.ts
/** `1 error`, `2 errors`, `1,024 files`. */
function count(number, noun) {
	return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
/** `1,024`; the same on every machine, unlike `toLocaleString`. */
function grouped(number) {
	return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
//#endregion
export { grouped as n, count as t };
