const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u
const DATE_TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt])| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[-+]\d{2}:\d{2})?$/u

/** The date in RFC 3339 as Go writes it to JSON, where go-yaml takes `text` for one; else undefined. */
export function formatTimestamp(text: string): string | undefined {
  const date = DATE.exec(text)
  if (date !== null) return format(date, 0, 0, 0, "", "Z")
  const match = DATE_TIME.exec(text)
  if (match === null) return undefined
  const [, , , , letter, hour, minute, second, fraction = "", zone] = match
  // A date with a letter before the time needs a zone; one with a space must have none.
  if ((letter === undefined) !== (zone === undefined)) return undefined
  return format(match, Number(hour), Number(minute), Number(second), fraction, zone ?? "Z")
}

function format(
  date: RegExpExecArray,
  hour: number,
  minute: number,
  second: number,
  fraction: string,
  zone: string,
): string | undefined {
  const [, year = "", month = "", day = ""] = date
  if (hour > 23 || minute > 59 || second > 59 || !isDay(Number(year), Number(month), Number(day)))
    return undefined
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":")
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/u, "")
  const digits = nanoseconds === "" ? "" : `.${nanoseconds}`
  const offset = formatZone(zone)
  if (offset === undefined) return undefined
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${clock}${digits}${offset}`
}

/** Go reads offsets up to 24 hours and 60 minutes. */
function formatZone(zone: string): string | undefined {
  if (zone === "Z") return "Z"
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4))
  if (hours > 24 || minutes > 60) return undefined
  const total = hours * 60 + minutes
  if (total === 0) return "Z"
  const parts = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, "0"))
  return `${zone[0]}${parts.join(":")}`
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}
