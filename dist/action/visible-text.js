//#region src/report/visible-text.ts
/**
* Characters of strangers that would move the cursor, change colours, reorder or hide text: controls (C0, C1, DEL), format
* characters (BiDi, zero-width, soft hyphen, tags), line separators, lone surrogates and letters that show nothing
* (`safety.md` row 19).
*/
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u17b4|\u17b5/gu;
/** `text` for a terminal: on one line, with all that could deceive a reader written as an escape. */
function visible(text) {
	return text.replace(unsafe, escapeOf);
}
/** The lines of `text`, each one {@link visible}: for messages of tools, which may have several. */
function visibleLines(text) {
	return text.trimEnd().split(/\r\n|\n/u).map((line) => visible(line.replaceAll("	", "  ")));
}
function escapeOf(character) {
	if (character === "\n") return "\\n";
	if (character === "\r") return "\\r";
	if (character === "	") return "\\t";
	const code = character.codePointAt(0) ?? 0;
	if (code < 256) return `\\x${code.toString(16).padStart(2, "0")}`;
	return code > 65535 ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
//#endregion
export { visibleLines as n, visible as t };
