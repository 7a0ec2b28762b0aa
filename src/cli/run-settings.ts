import type { CheckSettings } from "../model/index.ts"
import { loadBaseline } from "./baseline.ts"
import type { CommandContext } from "./command-context.ts"
import type { Run } from "./session.ts"
import { checkSettings } from "./settings.ts"

/** The settings that a run is checked by: of flags and configuration, with the baseline and today's date. */
export async function settingsOf(
  { config, checked }: Pick<Run, "config" | "checked">,
  context: CommandContext,
): Promise<CheckSettings> {
  const baseline = loadBaseline(context, checked)
  const today = new Date().toISOString().slice(0, "2027-01-31".length)
  return await checkSettings(context.flags, config, { paths: checked.paths, baseline, today })
}
