import type { CompletedCommand, CompletedFlag } from "./completion-words.ts"

/** A script for zsh: `source <(sluice completion zsh)`, or a file `_sluice` in a folder of `fpath`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
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
`
}

function commandCase({ name, flags, words }: CompletedCommand): string {
  const rest =
    words === undefined
      ? "*:path:_files"
      : words.length === 0
        ? "*: :"
        : `*:name:(${words.join(" ")})`
  const specs = [...flags.flatMap(flagSpecs), quoted(rest)]
  return `    (${name}) _arguments ${specs.join(" ")} ;;`
}

function flagSpecs({ names, description, value }: CompletedFlag): readonly string[] {
  const text = description.replaceAll(/[[\]\\]/gu, "\\$&").replaceAll(":", "\\:")
  return names.map((name) => {
    const argument = {
      none: () => "",
      words: () => `:value:(${value.kind === "words" ? value.words.join(" ") : ""})`,
      path: () => ":path:_files",
      text: () => ":value: ",
    }[value.kind]()
    return quoted(
      `*${name}${value.kind === "none" || !name.startsWith("--") ? "" : "="}[${text}]${argument}`,
    )
  })
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
