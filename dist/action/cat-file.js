//#region src/host/git/cat-file.ts
/** Reads what `git cat-file --batch` prints: `<id> blob <size>\n<content>\n`, or `<id> missing\n`, for each. */
function parseBatch(output) {
	const contents = /* @__PURE__ */ new Map();
	for (let offset = 0; offset < output.length;) {
		const end = output.indexOf(10, offset);
		if (end === -1) break;
		const [id = "", type, size] = output.toString("latin1", offset, end).split(" ");
		if (type !== "blob") {
			offset = end + 1;
			continue;
		}
		const length = Number(size);
		contents.set(id, new Uint8Array(output.subarray(end + 1, end + 1 + length)));
		offset = end + 1 + length + 1;
	}
	return contents;
}
//#endregion
export { parseBatch as t };
