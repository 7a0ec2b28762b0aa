//#region src/model/errors.ts
/** sluice was called wrongly: the command line, the environment, or nothing to look at. Ends a run with exit code 2. */
var UsageError = class extends Error {
	name = "UsageError";
	/** What to do instead: one sentence in the imperative. */
	help;
	constructor(message, options = {}) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.help = options.help;
	}
};
/** The configuration file does not say what it means. Ends a run with exit code 2. */
var ConfigError = class extends Error {
	name = "ConfigError";
	problems;
	constructor(problems) {
		super(problems.map(({ message }) => message).join("\n"));
		this.problems = problems;
	}
};
/** A limit of `safety.md` was hit before anything could be checked. Ends a run with exit code 3. */
var LimitError = class extends Error {
	name = "LimitError";
};
//#endregion
export { LimitError as n, UsageError as r, ConfigError as t };
