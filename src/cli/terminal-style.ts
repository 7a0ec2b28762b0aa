import { styleText } from "node:util"
import { plainStyle, type Role, type Style } from "../report/pretty/style.ts"

type Format = Parameters<typeof styleText>[0]

const formats: Readonly<Record<Role, Format>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  info: ["bold", "blue"],
  ok: ["bold", "green"],
  strong: "bold",
  dim: "dim",
  path: "cyan",
  code: "cyan",
  related: "blue",
  link: ["blue", "underline"],
  label: ["bold", "green"],
  rule: "bold",
}

/** Colours of the sixteen that every terminal has: they follow the user's own theme. */
export function terminalStyle(colored: boolean): Style {
  if (!colored) return plainStyle
  return (role, text) =>
    text === "" ? "" : styleText(formats[role], text, { validateStream: false })
}
