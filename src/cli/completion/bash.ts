import type { CompletedCommand, CompletedFlag } from "./completion-words.ts"

/** A script for bash 3.2 and later: `source <(sluice completion bash)`. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name)
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
`
}

function valueCase(command: string, { names, value }: CompletedFlag): readonly string[] {
  if (value.kind === "none") return []
  const words = {
    words: () =>
      `COMPREPLY=($(compgen -W "${value.kind === "words" ? value.words.join(" ") : ""}" -- "$current"))`,
    path: () => 'COMPREPLY=($(compgen -f -- "$current"))',
    text: () => ":",
  }
  const patterns = names.map((name) => `${command}:${name}`).join("|")
  return [`    ${patterns}) ${words[value.kind]()}; return ;;`]
}

function argumentCase({ name, words }: CompletedCommand): string {
  const reply =
    words === undefined
      ? 'COMPREPLY=($(compgen -f -- "$current"))'
      : `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current"))`
  return `    ${name}) ${reply} ;;`
}
