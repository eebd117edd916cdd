/** What decisions taught: sentences for the review screen and the vendor's record, and the parts of a document's quality. */
export const lessons = {
  'lesson.next':
    '{kind, select, account {Next time, lines of this vendor like “{label}” go to {value}} value {Next time, {theField} for this vendor is {value}} tolerance {Next time, a difference of up to {value} in {theField} passes for rounding with this vendor} difference {Next time, {theField} for this vendor is worked out from the other amounts} not_here {Next time, {direction, select, right {what stands right of} below {what stands below} other {what stands there}} {label} is not taken for {theField}} other {Next time, {theField} for this vendor is read {direction, select, right {right of {label}} below {below {label}} other {at this place of the page}}}}',
  'lesson.told':
    '{kind, select, alias {Is also called {value}} account {“{label}” is booked to {value}} value {{field} is {value}} tolerance {Up to {value} of difference in {theField} is rounding} difference {{field} is worked out from the other amounts} not_here {What is {direction, select, right {right of} below {below} other {at one place:}} {label} is not {theField}} other {{field} is read {direction, select, right {right of {label}} below {below {label}} other {at its place on the page}}}}',
  'lesson.form': '{format, select, dmy {day before month} mdy {month before day} other {decimals after “{format}”}}',
  'lesson.source': 'from #{intake}{number, select, none {} other { ({number})}}, {at}',
  'lesson.otherSource': 'and #{intake}{number, select, none {} other { ({number})}}',
  'lesson.record':
    '{acted, plural, =0 {not used yet} one {used once} other {used {acted} times}}{refuted, plural, =0 {} one {, corrected once} other {, corrected {refuted} times}}',
  'lesson.more': '{count, plural, one {and 1 more} other {and {count} more}}',
  'lesson.undo': 'Undo',
  'lesson.seeAll': 'See all',
  'lesson.forget': 'Forget',
  'lesson.forgetNamed': 'Forget: {lesson}',
  'lesson.forgotten': 'Forgotten: {lesson}',
  'lesson.pane': 'What this document taught',
  'lesson.acting': 'label learned from correction of #{intake}',
  'lesson.actingValue': 'learned from correction of #{intake}',
  'lesson.openSource': 'Open #{intake}',
  'vendors.lessons': 'Learned from corrections',
  'vendors.lessons.none': 'Nothing yet. Correct a value on a page once and the next invoice is read right.',
  'quality.label': 'Quality {score}',
  'quality.title': 'How likely nothing needs correcting',
  'quality.reading': 'Every field read right',
  'quality.weakest': 'least sure: {theField}',
  'quality.vendor': 'This vendor’s latest documents',
  'quality.vendor.told':
    '{documents, plural, =0 {none approved yet} one {1, {corrected} corrected} other {{documents}, {corrected} corrected}}',
  'quality.checks': 'Open issues beside reading',
} as const
