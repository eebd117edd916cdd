import { fromAbsolute, getLocalTimeZone, parseDate, toCalendarDate, type DateValue } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type ClipboardEvent } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput as DateSegments,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  I18nProvider,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import { AppError } from '../../../shared/result'
import { isRealDate, typedDate } from '../../../shared/typed-date'
import { currentTime } from '../app/clock'
import { dateFieldLocale } from '../i18n/date-field-locale'
import { useLanguage, useText } from '../i18n/t'

interface DateInputProps {
  readonly label: string
  /** YYYY-MM-DD; empty for none. */
  readonly value: string
  onChange(value: string): void
  readonly hint?: string
}

/**
 * A labelled day, in the order in which the person writes dates whatever the system's is: typed by its parts, pasted
 * ("2026-03-12", "12/3/2026", "12 mar") or picked from a calendar (Alt+↓). The day is repeated in full below, so that
 * nobody takes the month for the day.
 */
export function DateInput({ label, value, onChange, hint }: DateInputProps) {
  const { date } = useText()
  const language = useLanguage(state => state.language)
  const formatLocale = useLanguage(state => state.formatLocale)
  // A year of which only the first digits are there yet: nobody else needs to hear of it.
  const [unfinished, setUnfinished] = useState<DateValue | null>(null)
  const below = [isRealDate(value) ? date(value) : '', hint ?? ''].filter(text => text !== '').join(' · ')

  function take(day: DateValue | null): void {
    const text = day?.toString() ?? ''
    if (text !== '' && !isRealDate(text)) return setUnfinished(day)
    setUnfinished(null)
    onChange(text)
  }

  function finish(): void {
    // "26" is this century's.
    if (unfinished !== null && unfinished.year < 100) return take(unfinished.add({ years: 2000 }))
    setUnfinished(null)
  }

  function paste(event: ClipboardEvent): void {
    event.preventDefault()
    const day = dayIn(event.clipboardData.getData('text'), formatLocale)
    if (day !== null) take(day)
  }

  return (
    <I18nProvider locale={dateFieldLocale(language, formatLocale)}>
      <DatePicker
        className="field"
        granularity="day"
        value={unfinished ?? (isRealDate(value) ? parseDate(value) : null)}
        onChange={take}
        onBlur={finish}
        shouldForceLeadingZeros
      >
        <Label>{label}</Label>
        <Group className="input date-input num" onPaste={paste}>
          <DateSegments className="date-segments">
            {segment => <DateSegment segment={segment} className="date-segment" />}
          </DateSegments>
          {/* Alt+↓ opens the calendar from any part of the day: one stop less for the Tab key. */}
          <Button className="icon-btn" excludeFromTabOrder>
            <CalendarDays aria-hidden="true" />
          </Button>
        </Group>
        {below !== '' && <Text slot="description">{below}</Text>}
        <Popover className="popover">
          <Dialog className="calendar">
            <Calendar>
              <header>
                <Button slot="previous" className="icon-btn">
                  <ChevronLeft aria-hidden="true" />
                </Button>
                <CalendarHeading />
                <Button slot="next" className="icon-btn">
                  <ChevronRight aria-hidden="true" />
                </Button>
              </header>
              <CalendarGrid>{day => <CalendarCell date={day} className="calendar-day num" />}</CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}

/** The day that pasted text names; null when it names none. */
function dayIn(text: string, locale: string): DateValue | null {
  const today = toCalendarDate(fromAbsolute(currentTime(), getLocalTimeZone()))
  try {
    return parseDate(typedDate(text, locale, today.toString()))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
