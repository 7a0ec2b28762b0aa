import type { CompletedCommand } from "./completion-words.ts"

/** A script for PowerShell 5.1 and later: `sluice completion powershell | Out-String | Invoke-Expression`. */
export function powershellCompletion(commands: readonly CompletedCommand[]): string {
  return `# sluice completion powershell
Register-ArgumentCompleter -Native -CommandName sluice -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = @{
${commands.map(({ name, flags }) => `    ${quoted(name)} = @(${flags.flatMap(({ names }) => names.map(quoted)).join(", ")})`).join("\n")}
  }
  $values = @{
${commands.flatMap(valueRows).join("\n")}
  }
  $arguments = @{
${commands.flatMap(({ name, words }) => (words && words.length > 0 ? [`    ${quoted(name)} = ${list(words)}`] : [])).join("\n")}
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
`
}

function valueRows({ name, flags }: CompletedCommand): readonly string[] {
  return flags.flatMap(({ names, value }) =>
    value.kind === "words"
      ? names.map((flag) => `    ${quoted(`${name}:${flag}`)} = ${list(value.words)}`)
      : [],
  )
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
