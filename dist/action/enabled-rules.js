//#region src/check/enabled-rules.ts
/** The rules that run under `settings`, in the order given. */
function enabledRules(rules, settings) {
	return rules.filter((rule) => isEnabled(rule, settings)).map((rule) => {
		const setting = settings.rules.get(rule.id);
		return {
			rule,
			severity: severityOf(setting),
			options: optionsOf(rule.options, setting)
		};
	});
}
/** Whether one of `names` is the rule's id or its category. */
function isNamed(rule, names) {
	return names.includes(rule.id) || names.includes(rule.category);
}
function isEnabled(rule, settings) {
	if (isNamed(rule, settings.skip)) return false;
	if (settings.only.includes(rule.id)) return true;
	const severity = settings.rules.get(rule.id)?.severity;
	if (severity === "off") return false;
	if (settings.only.length > 0) return settings.only.includes(rule.category);
	return severity !== void 0 || isInPreset(rule, settings.preset);
}
function isInPreset(rule, preset) {
	return rule.presets.includes("recommended") || rule.presets.includes(preset);
}
function severityOf(setting) {
	const severity = setting?.severity;
	return severity === "off" || severity === "on" ? void 0 : severity;
}
function optionsOf(spec, setting) {
	return Object.fromEntries(Object.entries(spec).map(([name, option]) => [name, setting?.options[name] ?? option.default]));
}
//#endregion
export { isNamed as n, enabledRules as t };
