import type { Interface } from "node:readline"
import type { Io } from "./io.ts"

/** A person at a terminal. What is typed ahead, or pasted, answers the questions that follow. */
export function createPrompt(interrupt: AbortController): {
  readonly ask: NonNullable<Io["ask"]>
  close(): void
} {
  const lines: string[] = []
  let wake: (() => void) | undefined
  let prompt: Interface | undefined
  const open = async (): Promise<Interface> => {
    const { createInterface } = await import("node:readline")
    const opened = createInterface({ input: process.stdin, output: process.stdout })
    opened.on("line", (line) => {
      lines.push(line)
      wake?.()
    })
    // The terminal's Ctrl-C reaches the prompt and not the process; the end of the input is no answer either.
    const stop = (): void => {
      interrupt.abort()
      wake?.()
    }
    opened.once("SIGINT", stop)
    opened.once("close", stop)
    return opened
  }
  return {
    ask: async (question) => {
      prompt ??= await open()
      prompt.setPrompt(question)
      prompt.prompt()
      if (lines.length === 0 && !interrupt.signal.aborted) {
        await new Promise<void>((settle) => {
          wake = settle
          interrupt.signal.addEventListener("abort", () => settle(), { once: true })
        })
      }
      const answer = lines.shift()
      interrupt.signal.throwIfAborted()
      return answer ?? ""
    },
    close: () => {
      prompt?.removeAllListeners("close")
      prompt?.close()
    },
  }
}
