import { relative } from "node:path"
import { rules } from "../../../rules/index.ts"
import { configSchemaFile } from "../../load/config/config-schema.ts"
import { configLines } from "../../load/config/load-config.ts"
import { UsageError } from "../../model/errors.ts"
import { schemaUrl } from "../../report/links.ts"
import { visible } from "../../report/visible-text.ts"
import { nearestName } from "../../text/nearest-name.ts"
import type { CommandContext } from "../command-context.ts"
import { configBase, effectiveSettings } from "../config/effective-settings.ts"
import { loadConfig } from "../config/load-config.ts"
import { settingsAsJson, settingsAsYaml } from "../config/print-settings.ts"
import { exitCodes } from "../failure.ts"
import { findRoot } from "../root.ts"
import { checkSettings, workspaceOptions } from "../settings.ts"

/** Those that only say how the configuration is found and shown, or that the configuration file has a key for. */
const flagsWithKeys: readonly string[] = [
  ...["config", "no-config", "cwd", "color", "format", "verbose", "debug", "no-progress"],
  ...["flux-version", "kube-version", "local-sources", "render", "chart-mirror", "offline"],
  ...["schema-location", "only", "skip", "rule"],
]

const actions: readonly string[] = ["print", "schema"]

/** `sluice config print|schema`: the configuration that holds, and the JSON Schema of the file. */
export async function config(context: CommandContext): Promise<number> {
  const [action = "", ...paths] = context.arguments
  if (action === "print") context.io.stdout.write(await printed(context, paths))
  else if (action === "schema")
    context.io.stdout.write(configSchemaFile(rules, schemaUrl("config")))
  else throw unknownAction(action)
  return exitCodes.clean
}

function unknownAction(action: string): UsageError {
  const nearest = nearestName(action, actions)
  return new UsageError(
    `\`sluice config\` does not know \`${action}\`; it takes \`print\` or \`schema\`.`,
    { help: nearest && `Did you mean \`${nearest}\`?` },
  )
}

async function printed(context: CommandContext, paths: readonly string[]): Promise<string> {
  const { flags, cwd } = context
  const checked = findRoot(paths, cwd)
  const loaded = await loadConfig(context, checked)
  const options = workspaceOptions(flags, loaded.config, cwd)
  const settings = await checkSettings(flags, loaded.config, {
    ...{ paths: checked.paths, baseline: undefined, today: "" },
  })
  const base = configBase(loaded.file?.path, checked.root)
  const { policies } = loaded.config
  const lineOf = loaded.file ? configLines(loaded.file) : () => undefined
  const page = {
    file: loaded.file && visible(relative(cwd, loaded.file.path)),
    settings: effectiveSettings({ options, settings, policies, rules, base }, { flags, lineOf }),
    others: flags
      .given()
      .filter(({ name }) => !flagsWithKeys.includes(name))
      .map(({ source, values }) => ({ source, value: values.join(", ") })),
  }
  return flags.text("format") === "json" ? settingsAsJson(page) : settingsAsYaml(page)
}
