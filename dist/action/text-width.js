//#region src/report/pretty/text-width.ts
/** First and last code points of characters that take two columns (East Asian wide and emoji). */
const wide = [
	[4352, 4447],
	[8986, 8987],
	[9193, 9196],
	[9725, 9726],
	[9748, 9749],
	[9800, 9811],
	[9898, 9899],
	[9917, 9918],
	[9989, 9989],
	[9994, 9995],
	[10024, 10024],
	[10060, 10060],
	[10067, 10069],
	[10133, 10135],
	[11035, 11036],
	[11904, 12350],
	[12353, 13311],
	[13312, 19903],
	[19968, 42191],
	[43360, 43391],
	[44032, 55203],
	[63744, 64255],
	[65072, 65135],
	[65281, 65376],
	[65504, 65510],
	[126980, 126980],
	[127183, 127183],
	[127374, 127374],
	[127377, 127386],
	[127488, 127776],
	[127789, 128591],
	[128640, 128767],
	[129280, 129535],
	[129648, 129791],
	[131072, 262141]
];
const plainText = /^[\u0020-\u007e]*$/u;
const noWidth = /^\p{M}$/u;
/** How many columns of a terminal `text` takes; it holds no control characters. */
function textWidth(text) {
	if (plainText.test(text)) return text.length;
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
function characterWidth(character) {
	const code = character.codePointAt(0) ?? 0;
	if (code < 768) return 1;
	if (noWidth.test(character)) return 0;
	return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
/** The longest start of `text` that fits into `width` columns. */
function fitStart(text, width) {
	if (plainText.test(text)) return text.slice(0, Math.max(0, width));
	let used = 0;
	let result = "";
	for (const character of text) {
		used += characterWidth(character);
		if (used > width) return result;
		result += character;
	}
	return result;
}
/** The longest end of `text` that fits into `width` columns. */
function fitEnd(text, width) {
	if (plainText.test(text)) return width <= 0 ? "" : text.slice(-width);
	const characters = [...text];
	let used = 0;
	let first = characters.length;
	while (first > 0) {
		used += characterWidth(characters[first - 1] ?? "");
		if (used > width) break;
		first -= 1;
	}
	return characters.slice(first).join("");
}
/** Breaks `text` at spaces into lines of at most `width` columns; a longer word has a line of its own. */
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && textWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
//#endregion
export { wrap as i, fitStart as n, textWidth as r, fitEnd as t };
