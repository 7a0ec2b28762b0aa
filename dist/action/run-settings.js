import { t as loadBaseline } from "./baseline.js";
import { t as checkSettings } from "./settings.js";
//#region src/cli/run-settings.ts
/** The settings that a run is checked by: of flags and configuration, with the baseline and today's date. */
async function settingsOf({ config, checked }, context) {
	const baseline = loadBaseline(context, checked);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	return await checkSettings(context.flags, config, {
		paths: checked.paths,
		baseline,
		today
	});
}
//#endregion
export { settingsOf as t };
