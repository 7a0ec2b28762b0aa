import type { CompletedCommand, CompletedFlag } from "./completion-words.ts"

/** A script for fish: `sluice completion fish > ~/.config/fish/completions/sluice.fish`. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ")
  return `# sluice completion fish
function __sluice_command
  set -l words (commandline -opc) (commandline -ct)
  for word in $words[2..-1]
    contains -- $word ${names}; and echo $word; and return
  end
  echo check
end
function __sluice_in
  test (__sluice_command) = $argv[1]
end
${commands.map(({ name, summary }) => `complete -c sluice -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`).join("\n")}
${commands.flatMap(commandLines).join("\n")}
`
}

function commandLines({ name, flags, words }: CompletedCommand): readonly string[] {
  const start = `complete -c sluice -n '__sluice_in ${name}'`
  const argument =
    words === undefined
      ? []
      : [`${start} -f`, ...(words.length > 0 ? [`${start} -a ${quoted(words.join(" "))}`] : [])]
  return [...argument, ...flags.map((flag) => `${start} ${flagOptions(flag)}`)]
}

function flagOptions({ names, description, value }: CompletedFlag): string {
  const spelled = names.map((name) =>
    name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  )
  const argument = {
    none: () => [],
    words: () => ["-x", `-a ${quoted(value.kind === "words" ? value.words.join(" ") : "")}`],
    path: () => ["-r", "-F"],
    text: () => ["-x"],
  }[value.kind]()
  return [...spelled, ...argument, `-d ${quoted(description)}`].join(" ")
}

/** fish knows two escapes between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
}
