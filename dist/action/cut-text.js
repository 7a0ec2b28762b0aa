//#region src/report/cut-text.ts
/** `text`, or its start with `…`, in at most `limit` UTF-16 units; no character is cut in two. */
function cutText(text, limit) {
	if (text.length <= limit) return text;
	const end = /[\ud800-\udbff]/u.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
	return `${text.slice(0, end)}…`;
}
//#endregion
export { cutText as t };
