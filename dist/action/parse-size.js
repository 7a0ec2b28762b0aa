import { r as UsageError } from "./errors.js";
//#region src/cli/parse-size.ts
const units = {
	"": 1,
	k: 1e3,
	m: 1e6,
	g: 1e9,
	ki: 1024,
	mi: 1024 ** 2,
	gi: 1024 ** 3
};
/** `500MB`, `2GiB`, `1024` → bytes. */
function parseSize(text, source) {
	const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([kmg]i?)?b?$/iu.exec(text.trim()) ?? [];
	if (number === void 0) throw new UsageError(`\`${source}\` is \`${text}\`; it takes a size such as \`500MB\` or \`2GiB\`.`);
	return Math.floor(Number(number) * (units[unit.toLowerCase()] ?? 1));
}
/** `1.5 MiB`: for people. */
function formatSize(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "KiB"] : bytes < 1024 ** 3 ? [bytes / 1024 ** 2, "MiB"] : [bytes / 1024 ** 3, "GiB"];
	return `${size.toFixed(1)} ${unit}`;
}
//#endregion
export { parseSize as n, formatSize as t };
