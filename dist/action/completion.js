import { r as UsageError } from "./errors.js";
import { n as nearestName } from "./nearest-name.js";
import { t as rules } from "./rules.js";
import { t as exitCodes } from "./failure.js";
import { t as formatNames } from "./formats.js";
//#region src/cli/completion/bash.ts
/** A script for bash 3.2 and later: `source <(sluice completion bash)`. */
function bashCompletion(commands) {
	const names = commands.map(({ name }) => name);
	return `# sluice completion bash
_sluice() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=check at=0 word
  # "--flag=value" is three words to bash.
  if [[ $current == "=" ]]; then current=""; elif [[ $previous == "=" ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((word = 1; word < COMP_CWORD; word++)); do
    case \${COMP_WORDS[word]} in
      ${names.join("|")}) command=\${COMP_WORDS[word]} at=$word; break ;;
    esac
  done
  COMPREPLY=()
  case $command:$previous in
${commands.flatMap(({ name, flags }) => flags.flatMap((flag) => valueCase(name, flag))).join("\n")}
  esac
  if [[ $current == -* ]]; then
    case $command in
${commands.map(({ name, flags }) => `      ${name}) COMPREPLY=($(compgen -W "${flags.flatMap((flag) => flag.names).join(" ")}" -- "$current")) ;;`).join("\n")}
    esac
    return
  fi
  if ((at == 0 && COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${[...names, "help"].join(" ")}" -- "$current") $(compgen -f -- "$current"))
    return
  fi
  case $command in
${commands.map(argumentCase).join("\n")}
  esac
}
complete -o filenames -F _sluice sluice
`;
}
function valueCase(command, { names, value }) {
	if (value.kind === "none") return [];
	return [`    ${names.map((name) => `${command}:${name}`).join("|")}) ${{
		words: () => `COMPREPLY=($(compgen -W "${value.kind === "words" ? value.words.join(" ") : ""}" -- "$current"))`,
		path: () => "COMPREPLY=($(compgen -f -- \"$current\"))",
		text: () => ":"
	}[value.kind]()}; return ;;`];
}
function argumentCase({ name, words }) {
	return `    ${name}) ${words === void 0 ? "COMPREPLY=($(compgen -f -- \"$current\"))" : `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current"))`} ;;`;
}
//#endregion
//#region src/cli/completion/completion-words.ts
/** The shells that there are scripts for. */
const shells = [
	"bash",
	"zsh",
	"fish",
	"powershell"
];
/** Everything that can be completed, from the very tables that the command line is made of. */
function completionWords(commands) {
	return commands.map(({ name, summary, flags, arguments: takes }) => ({
		name,
		summary,
		flags: [...flags.flatMap((group) => group.flags).map(completedFlag), {
			names: ["--help", "-h"],
			description: "show help",
			value: { kind: "none" }
		}],
		words: firstWords(name, takes)
	}));
}
function firstWords(name, takes) {
	if (name === "explain") return rules.map(({ id }) => id);
	if (name === "completion") return shells;
	if (name === "cache") return [
		"info",
		"clean",
		"prune"
	];
	return takes === "" || takes === "[object]" ? [] : void 0;
}
function completedFlag(flag) {
	const { name, short, description } = flag;
	return {
		names: short === void 0 ? [`--${name}`] : [`--${name}`, `-${short}`],
		description,
		value: argumentOf(flag)
	};
}
function argumentOf({ name, value, choices }) {
	if (value === void 0) return { kind: "none" };
	const words = choices ?? knownWords(name);
	if (words) return {
		kind: "words",
		words
	};
	return /DIR|FILE|PATH/u.test(value) ? { kind: "path" } : { kind: "text" };
}
function knownWords(name) {
	if (name === "format") return formatNames;
	if (name !== "only" && name !== "skip") return void 0;
	return [...new Set(rules.flatMap(({ id, category }) => [category, id]))].sort();
}
//#endregion
//#region src/cli/completion/fish.ts
/** A script for fish: `sluice completion fish > ~/.config/fish/completions/sluice.fish`. */
function fishCompletion(commands) {
	return `# sluice completion fish
function __sluice_command
  set -l words (commandline -opc) (commandline -ct)
  for word in $words[2..-1]
    contains -- $word ${commands.map(({ name }) => name).join(" ")}; and echo $word; and return
  end
  echo check
end
function __sluice_in
  test (__sluice_command) = $argv[1]
end
${commands.map(({ name, summary }) => `complete -c sluice -n __fish_use_subcommand -a ${name} -d ${quoted$2(summary)}`).join("\n")}
${commands.flatMap(commandLines).join("\n")}
`;
}
function commandLines({ name, flags, words }) {
	const start = `complete -c sluice -n '__sluice_in ${name}'`;
	return [...words === void 0 ? [] : [`${start} -f`, ...words.length > 0 ? [`${start} -a ${quoted$2(words.join(" "))}`] : []], ...flags.map((flag) => `${start} ${flagOptions(flag)}`)];
}
function flagOptions({ names, description, value }) {
	const spelled = names.map((name) => name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`);
	const argument = {
		none: () => [],
		words: () => ["-x", `-a ${quoted$2(value.kind === "words" ? value.words.join(" ") : "")}`],
		path: () => ["-r", "-F"],
		text: () => ["-x"]
	}[value.kind]();
	return [
		...spelled,
		...argument,
		`-d ${quoted$2(description)}`
	].join(" ");
}
/** fish knows two escapes between single quotes. */
function quoted$2(text) {
	return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
//#endregion
//#region src/cli/completion/powershell.ts
/** A script for PowerShell 5.1 and later: `sluice completion powershell | Out-String | Invoke-Expression`. */
function powershellCompletion(commands) {
	return `# sluice completion powershell
Register-ArgumentCompleter -Native -CommandName sluice -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = @{
${commands.map(({ name, flags }) => `    ${quoted$1(name)} = @(${flags.flatMap(({ names }) => names.map(quoted$1)).join(", ")})`).join("\n")}
  }
  $values = @{
${commands.flatMap(valueRows).join("\n")}
  }
  $arguments = @{
${commands.flatMap(({ name, words }) => words && words.length > 0 ? [`    ${quoted$1(name)} = ${list(words)}`] : []).join("\n")}
  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $before = @($words | Where-Object { $_ -ne $wordToComplete })
  $command = @($before | Where-Object { $flags.ContainsKey($_) }) | Select-Object -First 1
  $candidates = @()
  if (-not $command) { $command = 'check' }
  $previous = if ($before.Count -gt 0) { $before[-1] } else { '' }
  if ($values.ContainsKey("\${command}:$previous")) { $candidates = $values["\${command}:$previous"] }
  elseif ($wordToComplete -like '-*') { $candidates = $flags[$command] }
  elseif ($before.Count -eq 0) { $candidates = ${list([...commands.map(({ name }) => name), "help"])} }
  elseif ($arguments.ContainsKey($command)) { $candidates = $arguments[$command] }
  $candidates | Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
function valueRows({ name, flags }) {
	return flags.flatMap(({ names, value }) => value.kind === "words" ? names.map((flag) => `    ${quoted$1(`${name}:${flag}`)} = ${list(value.words)}`) : []);
}
function list(words) {
	return `@(${words.map(quoted$1).join(", ")})`;
}
function quoted$1(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
//#endregion
//#region src/cli/completion/zsh.ts
/** A script for zsh: `source <(sluice completion zsh)`, or a file `_sluice` in a folder of `fpath`. */
function zshCompletion(commands) {
	return `#compdef sluice
_sluice() {
  local command=check at=1 word
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
    ${quoted("help:show the flags of a command")}
  )
  for ((word = 2; word < CURRENT; word++)); do
    case $words[word] in
      (${commands.map(({ name }) => name).join("|")}) command=$words[word] at=$word; break ;;
    esac
  done
  if ((CURRENT == 2)) && [[ $words[CURRENT] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  # What _arguments sees begins with the command.
  if ((at > 1)); then
    words=($words[at,-1])
    ((CURRENT -= at - 1))
  fi
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _sluice "$@"; else compdef _sluice sluice; fi
`;
}
function commandCase({ name, flags, words }) {
	const rest = words === void 0 ? "*:path:_files" : words.length === 0 ? "*: :" : `*:name:(${words.join(" ")})`;
	return `    (${name}) _arguments ${[...flags.flatMap(flagSpecs), quoted(rest)].join(" ")} ;;`;
}
function flagSpecs({ names, description, value }) {
	const text = description.replaceAll(/[[\]\\]/gu, "\\$&").replaceAll(":", "\\:");
	return names.map((name) => {
		const argument = {
			none: () => "",
			words: () => `:value:(${value.kind === "words" ? value.words.join(" ") : ""})`,
			path: () => ":path:_files",
			text: () => ":value: "
		}[value.kind]();
		return quoted(`*${name}${value.kind === "none" || !name.startsWith("--") ? "" : "="}[${text}]${argument}`);
	});
}
function quoted(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
//#endregion
//#region src/cli/commands/completion.ts
const scripts = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
	powershell: powershellCompletion
};
/** `sluice completion SHELL`: a script that completes commands, flags, their values and the names of rules. */
async function completion({ io, arguments: [name = ""] }, commands) {
	const shell = shells.find((one) => one === name);
	if (shell === void 0) {
		const nearest = nearestName(name, shells);
		throw new UsageError(`There is no completion for \`${name}\`; there is one for ${shells.map((one) => `\`${one}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
	}
	io.stdout.write(scripts[shell](completionWords(commands)));
	return exitCodes.clean;
}
//#endregion
export { completion };
