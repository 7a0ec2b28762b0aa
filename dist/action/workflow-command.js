import { t as visible } from "./visible-text.js";
//#region src/report/workflow-command.ts
/**
* One command for GitHub's runner, with its line break: the only place that writes one. The runner unescapes `%25`,
* `%0D` and `%0A`, in properties `%3A` and `%2C` too (actions/runner, ActionCommand.cs). Line breaks of a message stay;
* its other invisible characters are shown as escapes.
*/
function workflowCommand(command, message = "", properties = {}) {
	const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	return `::${pairs.length === 0 ? command : `${command} ${pairs.join(",")}`}::${escapeMessage(message)}\n`;
}
/**
* A line of the log that the runner takes for no command: it looks for `::` at the start of a line, after white space,
* and for the older `##[` anywhere in it (`safety.md` row 16).
*/
function logLine(text) {
	return `${withoutCommands(visible(text))}\n`;
}
/** Text of several lines that was written for people, with nothing in it that the runner takes for a command. */
function guardedLog(text) {
	return text.split("\n").map(withoutCommands).join("\n");
}
/** Lines for the log, in which no commands are obeyed: should one be a command after all, it is not carried out. */
function logBlock(lines, token) {
	return [
		workflowCommand("stop-commands", token),
		...lines.map(logLine),
		workflowCommand(token)
	].join("");
}
/** A message of several lines as {@link workflowCommand} writes it, but for the escapes that the runner takes back. */
function commandText(message) {
	return message.split(/\r\n|[\n\r]/u).map((line) => withoutCommands(visible(line))).join("\n");
}
function escapeMessage(text) {
	return commandText(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return withoutCommands(visible(text)).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/**
* The runner compares as its culture does, which looks past characters that show nothing: so these may stand between.
* Taking the first colon of a line whatever follows is more than it needs.
*/
function withoutCommands(line) {
	return line.replace(/^([\s\p{DI}]*):/u, "$1\\x3a").replace(/#(\p{DI}*)#(?=\p{DI}*\[)/gu, "#$1\\x23");
}
//#endregion
export { workflowCommand as a, logLine as i, guardedLog as n, logBlock as r, commandText as t };
