//#region src/report/pretty/style.ts
/** No colours at all. */
const plainStyle = (_role, text) => text;
/** `text` with what stands between backticks in the role "code"; the backticks stay, for copies without colour. */
function styleCode(style, text) {
	return text.replace(/`[^`]+`/gu, (code) => style("code", code));
}
/** The same for a text that was broken into lines: code may begin on one and end on another. */
function styleCodeLines(style, lines) {
	if ((lines.join("").split("`").length - 1) % 2 !== 0) return lines;
	let isOpen = false;
	return lines.map((line) => {
		const parts = line.split("`");
		const styled = parts.map((part, index) => {
			if (!(isOpen === (index % 2 === 0))) return part;
			const [before, after] = [index > 0 ? "`" : "", index < parts.length - 1 ? "`" : ""];
			return style("code", before + part + after);
		});
		isOpen = isOpen === (parts.length % 2 === 1);
		return styled.join("");
	});
}
//#endregion
export { styleCode as n, styleCodeLines as r, plainStyle as t };
