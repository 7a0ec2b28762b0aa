//#region src/load/files.ts
/** Helm's and Flux's own limit for one file of an artifact (`safety.md` row 3). */
const maxFileBytes = 5 * 1024 * 1024;
/** Reads every file below `root`, apart from those that a glob of `exclude` matches. */
async function loadFiles(fileSystem, root, exclude) {
	const excluded = exclude.length > 0 ? await globs(exclude) : [];
	const listed = (await fileSystem.list(root)).filter(({ path }) => !excluded.some((matches) => matches(path)));
	const small = listed.filter(({ link, size }) => !link && size <= 5242880);
	const read = await Promise.all(small.map(({ path }) => readOne(fileSystem, root, path)));
	const tooLarge = listed.filter(({ link, size }) => !link && size > 5242880).map(({ path, size }) => ({
		path,
		reason: `it has ${size} bytes, more than the ${maxFileBytes} that are read`
	}));
	return {
		files: read.filter((result) => "bytes" in result),
		links: listed.filter(({ link }) => link).map(({ path }) => path),
		unread: [...tooLarge, ...read.filter((result) => "reason" in result)]
	};
}
/** The engine of patterns takes its time to load, and few exclude anything. */
async function globs(patterns) {
	const { compileGlob } = await import("./glob.js");
	return patterns.map(compileGlob);
}
async function readOne(fileSystem, root, path) {
	try {
		return {
			path,
			bytes: await fileSystem.read(root, path)
		};
	} catch (error) {
		return {
			path,
			reason: error instanceof Error ? error.message : String(error)
		};
	}
}
//#endregion
export { maxFileBytes as n, loadFiles as t };
