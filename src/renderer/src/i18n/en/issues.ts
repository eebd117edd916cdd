/**
 * `issue.<IssueKey>.name` (in filters), `.title` (in lists) and `.cause`; a further part is the variant that `params.variant` names. A value that the
 * engine did not send is shown as an ellipsis.
 */
export const issues = {
  'issue.missing_required_field.name': 'Missing value',
  'issue.missing_required_field.title': '{field} is missing',
  'issue.missing_required_field.cause': '{field} was not found on the document, and a bill needs it.',
  'issue.low_confidence.name': 'Low confidence',
  'issue.low_confidence.title': '{field} {value} needs a check',
  'issue.low_confidence.cause':
    '{field} was read as {value}, {percent, number, ::percent scale/0.01} sure. {others, plural, =0 {Compare it with the page.} one {One other value was found.} other {# other values were found.}}',
  'issue.total_mismatch.name': 'Total differs',
  'issue.total_mismatch.title':
    'Total is {difference} {currency} {direction, select, more {more} other {less}} than net and tax',
  'issue.total_mismatch.cause': 'Net {net} + tax {tax} = {computed} {currency}; the document says {total} {currency}.',
  'issue.total_mismatch.cause.withheld':
    'Net {net} + tax {tax} − withheld {withheld} = {computed} {currency}; the document says {total} {currency}.',
  'issue.line_mismatch.name': 'Line differs',
  'issue.line_mismatch.title': 'Line {line} is off by {difference} {currency}',
  'issue.line_mismatch.cause':
    'Line {line}: {quantity} × {unitPrice} = {computed} {currency}; the document says {printed} {currency}.',
  'issue.line_mismatch.title.several': '{count, plural, one {# line does} other {# lines do}} not multiply out',
  'issue.line_mismatch.cause.several':
    'In {count} lines (the first is line {line}) quantity times unit price is not the amount; mostly a discount or prices with tax.',
  'issue.lines_net_mismatch.name': 'Lines differ from net',
  'issue.lines_net_mismatch.title':
    'Lines are {difference} {currency} {direction, select, more {more} other {less}} than net',
  'issue.lines_net_mismatch.cause': 'The lines add up to {lines} {currency}; the net total is {net} {currency}.',
  'issue.lines_net_mismatch.title.gross': 'Lines include {difference} {currency} of tax',
  'issue.lines_net_mismatch.cause.gross':
    'The lines add up to {lines} {currency}, the total with tax. A bill made from them would be {difference} {currency} too high.',
  'issue.rounding_difference.name': 'Rounding',
  'issue.rounding_difference.title': 'Rounding of {difference} {currency}',
  'issue.rounding_difference.cause':
    'Net and tax give {computed} {currency}, the document says {total} {currency}: {difference} {currency} of rounding, within what you allow.',
  'issue.rounding_difference.cause.tolerated':
    'Net and tax give {computed} {currency}, the document says {total} {currency}. Up to {tolerated} {currency} was accepted for this vendor before (last on #{taughtBy}), so the {difference} {currency} become a rounding line of the bill.',
  'issue.rounding_difference.cause.tolerated_lines':
    'The lines add up to {lines} {currency}, the net total is {net} {currency}. Up to {tolerated} {currency} was accepted for this vendor before (last on #{taughtBy}), so the {difference} {currency} become a rounding line of the bill.',
  'issue.format_invalid.name': 'Malformed value',
  'issue.format_invalid.title': '{field} {value} is not well formed',
  'issue.format_invalid.cause': 'What was read as {theField} cannot be right as it stands.',
  'issue.format_invalid.title.wrong_check_digit': '{field} {value}: check digit does not fit',
  'issue.format_invalid.title.date_in_future': '{field} {value} lies in the future',
  'issue.format_invalid.cause.wrong_form': '{value} cannot be a tax ID as it stands: a character was probably misread.',
  'issue.format_invalid.cause.wrong_check_digit':
    'The last digit of {value} contradicts the others. One character was probably misread; a few registered numbers are like that.',
  'issue.format_invalid.cause.date_in_future':
    'An invoice dated {value} has not been written yet. Day and month may be swapped.',
  'issue.vendor_no_match.name': 'Vendor not known',
  'issue.vendor_no_match.title': '{name} is not a vendor yet',
  'issue.vendor_no_match.cause': 'No vendor has this name or tax ID. Create it or choose another one.',
  'issue.vendor_no_match.cause.with_tax_id': 'No vendor has the tax ID {taxId}, and none is called “{name}”.',
  'issue.vendor_no_match.cause.name_only': 'No vendor is called “{name}”, and the document shows no tax ID.',
  'issue.vendor_similar.name': 'Vendor only similar',
  'issue.vendor_similar.title': '{name} looks like {similarName}',
  'issue.vendor_similar.cause': 'A vendor with a similar name is on file. Decide whether they are the same.',
  'issue.vendor_similar.title.tax_id_differs': '{name} with another tax ID',
  'issue.vendor_similar.cause.name_similar':
    'The document names {name}; you know {similarName}. Decide whether they are the same vendor.',
  'issue.vendor_similar.cause.tax_id_slip':
    'Tax ID {taxId} differs in one character from {similarTaxId} of {similarName}: probably misread.',
  'issue.vendor_similar.cause.tax_id_differs':
    'You know {similarName} with tax ID {similarTaxId}; this document says {taxId}. Ask the vendor by a known phone number before you pay.',
  'issue.duplicate_found.name': 'Duplicate',
  'issue.duplicate_found.title': 'Same invoice as #{intakeNumber}?',
  'issue.duplicate_found.cause': 'Another document looks like the same invoice. Compare the two.',
  'issue.duplicate_found.cause.uuid': 'Document #{intakeNumber} has the same fiscal UUID: it is the same invoice.',
  'issue.duplicate_found.cause.number':
    'Document #{intakeNumber} of this vendor has the same number {number} in the same year ({issueDate}, {total} {currency}).',
  'issue.duplicate_found.cause.total_date':
    'Document #{intakeNumber} of this vendor has the same total and date ({total} {currency}, {issueDate}).',
  'issue.account_needed.name': 'Account not sure',
  'issue.account_needed.title': 'Account not sure',
  'issue.account_needed.cause': 'A line has no confirmed GL account yet.',
  'issue.account_needed.title.missing':
    '{count, plural, one {Line {line} needs an account} other {# lines need an account}}',
  'issue.account_needed.title.unsure':
    '{count, plural, one {Account {account} for line {line}?} other {Account {account} for # lines?}}',
  'issue.account_needed.cause.missing':
    '{count, plural, one {Nothing tells surely where “{description}” belongs.} other {Nothing tells surely where “{description}” and others belong: {count} lines in all.}}',
  'issue.account_needed.cause.unsure': '“{description}” probably belongs to {account} {accountName}.',
  'issue.account_needed.title.inactive':
    '{count, plural, one {Account {unusable} of line {line} is no longer in use} other {Account {unusable} of # lines is no longer in use}}',
  'issue.account_needed.cause.inactive':
    '“{description}” was decided for {unusable}, which the chart in force does not have or which was switched off. Choose another account.',
  'issue.cfdi_codes_contradict.name': 'CFDI codes contradict',
  'issue.cfdi_codes_contradict.title':
    '{variant, select, payment {Payment codes contradict one another} other {The stated use contradicts the account}}',
  'issue.cfdi_codes_contradict.cause':
    '{variant, select, investment {The vendor states use {use}, an investment; {count, plural, one {line {line} is} other {# lines are}} booked to the expense {account} {accountName}.} expense {The vendor states use {use}, expenses in general; {count, plural, one {line {line} is} other {# lines are}} booked to the asset {account} {accountName}.} other {The vendor states method {plan} with form of payment {means}; {plan, select, PPD {what is paid later goes with 99 (to be defined)} other {99 (to be defined) goes only with PPD}}. It decides whether the tax is creditable now.}}',
  'issue.not_payable.name': 'Not payable',
  'issue.not_payable.title':
    '{variant, select, payment {A payment receipt, not an invoice} payroll {A payroll slip, not an invoice} transport {A transport document, not an invoice} withholding_certificate {A withholding certificate, not an invoice} quote {A quote, not an invoice} statement {A statement or a reminder, not an invoice} order {An order, not an invoice} delivery_note {A delivery note, not an invoice} receipt {A receipt: probably paid already} own_invoice {Our own invoice} other {Not an invoice to pay}}',
  'issue.not_payable.cause':
    'Documents of this kind are not paid. Reject it, or treat it as an invoice if it was read wrongly.',
  'issue.not_payable.cause.receipt':
    'Receipts mostly document something already paid. Book it as an invoice only if it is still owed.',
  'issue.not_payable.cause.own_invoice':
    'The seller’s tax ID is your company’s: you wrote this invoice, nobody asks you to pay it.',
  'issue.xml_page_disagree.name': 'Page and XML disagree',
  'issue.xml_page_disagree.title': '{field}: page and file disagree',
  'issue.xml_page_disagree.cause':
    'The page shows another value than the XML inside the file. The XML counts; check both.',
  'issue.xml_page_disagree.cause.differs':
    'The file inside says {xml}, the page shows {page}. By law the file counts; a person may have been meant to see the page.',
  'issue.xml_page_disagree.cause.not_on_page': 'The file inside says {xml}; the page does not show it.',
  'issue.unreadable.name': 'Unreadable',
  'issue.unreadable.title': 'Document cannot be read',
  'issue.unreadable.cause': 'The file could not be read. It is kept as received.',
  'issue.unreadable.title.no_invoice': 'No invoice found on it',
  'issue.unreadable.cause.no_invoice':
    'The document could be read, but no number, date or amount of an invoice was found on it.',
  'issue.unreadable.title.page_failed': 'Page {page} could not be read',
  'issue.unreadable.cause.page_failed':
    'Page {page} could not be read; the others count. Check whether it holds amounts.',
  'issue.unreadable.title.page_unchecked': 'Page {page} could not be checked for hidden text',
  'issue.unreadable.cause.page_unchecked':
    'Whether the text of page {page} can be seen on the page could not be found out in time. Compare its amounts with the picture.',
  'issue.unreadable.title.text_layer_disagrees': 'The text of page {page} is not what it shows',
  'issue.unreadable.cause.text_layer_disagrees':
    'The text inside the file says {text}; on the page stands “{picture}”. Read it again as a picture, and ask the vendor if you did not expect this.',
  'issue.unreadable.title.pages_left_out': 'Some pages were left out',
  'issue.unreadable.cause.pages_left_out':
    'The document is longer than what is read: {read} pages were read, {count} were left out.',
  'issue.unreadable.title.empty_file': 'The file is empty',
  'issue.unreadable.title.unsupported_type': 'Not a kind of file that can be read',
  'issue.unreadable.title.corrupt_document': 'The file is damaged',
  'issue.unreadable.title.xml_not_well_formed': 'The XML is damaged',
  'issue.unreadable.title.xml_forbidden_construct': 'The XML is not safe to read',
  'issue.unreadable.title.unsupported_xml_schema': 'Not an invoice format we know',
  'issue.unreadable.title.unsupported_encryption': 'Locked in a way that cannot be opened',
  'issue.unreadable.title.resource_limit': 'Too large to be read safely',
  'issue.needs_password.name': 'Password needed',
  'issue.needs_password.title': 'Protected by a password',
  'issue.needs_password.cause': 'The file opens only with its password.',
  'issue.needs_password.title.wrong_password': 'That password did not open it',
  'issue.processing_failed.name': 'Reading failed',
  'issue.processing_failed.title': 'Reading failed',
  'issue.processing_failed.cause': 'The document could not be processed. It is kept as received.',
  'issue.processing_failed.title.worker_timeout': 'Reading took too long',
  'issue.processing_failed.title.worker_memory': 'Reading needed too much memory',
  'issue.processing_failed.title.step': 'A step failed: {step}',
  'issue.post_failed.name': 'Not accepted by the ledger',
  'issue.post_failed.title': 'Not accepted by the ledger',
  'issue.post_failed.cause': 'The bill could not be posted.',
  'issue.post_failed.title.ledger_total_differs': 'BigCapital shows another total',
  'issue.post_failed.title.ledger_bill_conflict': 'BigCapital has another bill of this number',
  'issue.post_failed.title.ledger_account_missing': 'Account {account} is missing in BigCapital',
  'issue.post_failed.title.ledger_currency_mismatch': 'BigCapital works in another currency',
  'issue.post_failed.title.ledger_exchange_rate_needed': 'The exchange rate is missing',
  'issue.post_failed.title.ledger_vendor_alike': 'Is {ledgerVendor} the same vendor?',
  'issue.post_failed.title.ledger_branch_needed': 'BigCapital wants a branch',
  'issue.post_failed.title.ledger_credit_note_unsupported': 'Credit notes cannot be posted yet',
  'issue.post_failed.title.bill_not_balanced': 'Lines and taxes miss the total',
  'issue.exchange_rate_needed.name': 'Exchange rate missing',
  'issue.exchange_rate_needed.title': 'Which exchange rate for {currency}?',
  'issue.exchange_rate_needed.cause':
    'The invoice is in {currency}, BigCapital keeps its books in {ledgerCurrency}, and the document states no exchange rate. Type how many {ledgerCurrency} one {currency} is worth.',
  'issue.ledger_drift.name': 'Changed in the ledger',
  'issue.ledger_drift.title': 'Changed in the ledger',
  'issue.ledger_drift.cause': 'The bill in the ledger no longer equals what was approved here.',
  'issue.ledger_drift.title.gone': 'Bill {billNumber} was deleted in BigCapital',
  'issue.ledger_drift.title.changed': 'Bill {billNumber} was changed in BigCapital',
  'issue.ledger_drift.title.doubled': 'BigCapital holds {billNumber} more than once',
  'issue.ledger_drift.cause.gone':
    'The bill was posted as number {ledgerId} and is no longer there. Post it again, or accept that it is gone.',
  'issue.ledger_drift.cause.changed':
    'Posted: {before}. Now: {after}.{by, select, unknown {} other { BigCapital now names its user no. {by} for it.}} Accept the change, or have BigCapital say again what was posted.',
  'issue.ledger_drift.cause.doubled':
    'Two entries carry this number in BigCapital ({ledgerIds}). Nothing was deleted; remove the one too many there.',
  'issue.description_unclear.name': 'Unclear description',
  'issue.description_unclear.title': 'Line {line} does not say what was bought',
  'issue.description_unclear.title.several': '{count} lines do not say what was bought',
  'issue.description_unclear.cause':
    '“{description}” says nothing about the goods or service. Describe it, or leave it as printed.',
  'issue.description_unclear.cause.empty':
    'Line {line} has an amount and no words. Describe it, or leave it as printed.',
  'issue.description_unclear.cause.several':
    'The first is line {line}. Nobody will know later why these lines went to their accounts.',
  'issue.vendor_details_changed.name': 'Vendor details changed',
  'issue.vendor_details_changed.title': 'Details of {name} changed',
  'issue.vendor_details_changed.title.bank_account': '{name} names a new bank account',
  'issue.vendor_details_changed.title.tax_id': '{name} writes another tax ID',
  'issue.vendor_details_changed.list': 'Vendor details changed',
  'issue.vendor_details_changed.cause': 'The invoice says something else about the vendor than is on file.',
  'issue.vendor_details_changed.cause.bank_account':
    'This invoice asks for payment to {account}; {count, plural, one {approved invoices named {known}} other {approved invoices named {known} and # accounts in all}}. Call the vendor on a number you know before you pay.',
  'issue.vendor_details_changed.cause.tax_id': 'The invoice says {taxId}; on file is {known}.',
  'issue.tax_account_needed.name': 'Tax without account',
  'issue.tax_account_needed.title': 'No account for “{name}”',
  'issue.tax_account_needed.cause':
    '{amount} {currency} of “{name}” would be booked as cost with the largest line: nobody named an account for this tax.',
  'issue.tax_account_needed.cause.not_in_chart':
    'Your chart has no account for código agrupador {account}, where {amount} {currency} of “{name}” belong; the ledger would refuse the bill. Import the chart again with that code beside one of its accounts, or choose the account of this tax in the BigCapital settings.',
  'issue.period_locked.name': 'Period closed',
  'issue.period_locked.title': 'Dated in a closed period',
  'issue.period_locked.cause': 'The invoice is dated {value}; the books are closed up to {lockedTo}.',
  'issue.period_locked.title.ledger_period_locked': 'The period is closed in BigCapital',
  'issue.period_locked.cause.ledger_period_locked':
    'Purchases are closed up to {lockedTo} in BigCapital. Open the period there or correct the date, then post again.',
  'issue.suspicious_text.name': 'Suspicious text',
  'issue.suspicious_text.title': 'Text that speaks to a program',
  'issue.suspicious_text.title.hidden': 'Hidden text that speaks to a program',
  'issue.suspicious_text.title.hidden_values': 'Values on page {page} that nobody can see',
  'issue.suspicious_text.cause':
    'The document says “{quote}”. Invoices do not talk to programs; nothing of it was followed. Check who sent it.',
  'issue.suspicious_text.cause.hidden':
    'Page {page} says “{quote}” where no eye can see it. Nothing of it was followed. Somebody made this document to deceive: check who sent it.',
  'issue.suspicious_text.cause.hidden_values':
    'Page {page} holds amounts or account numbers in text that is not visible. They were not used.',
  'issue.format_invalid.title.iban': 'IBAN {value}: check digits do not fit',
  'issue.format_invalid.cause.iban':
    'The check digits of {value} contradict the rest. Nobody should pay to it as it stands.',
  'issue.format_invalid.title.currency': '{value} is not a currency',
  'issue.format_invalid.cause.currency':
    'No currency has the letters {value} (ISO 4217). A bill cannot be booked in it; two letters are probably swapped or one is wrong.',
  'issue.other.title': 'Needs a look',
  'issue.other.cause': 'Something about this document needs a person’s look.',
  'issue.rejection_proposed.name': 'Rejection proposed',
  'issue.rejection_proposed.title': 'Rule “{rule}” would reject this',
  'issue.rejection_proposed.list': 'Reject? {rule}',
  'issue.rejection_proposed.cause': 'Its reason (version {version}): {because}. Nothing is rejected until you say so.',
  'issue.several_invoices.name': 'Several invoices',
  'issue.several_invoices.title': 'Looks like several invoices',
  'issue.several_invoices.cause':
    'The pages look like {count} invoices; the others begin on page {starts}. Approved as one, the others would not be paid.',
  'issue.unreadable.title.more_invoices': 'More invoices in this file',
  'issue.unreadable.cause.more_invoices': 'The file holds {count} invoices; only the first is shown here.',
  'issue.vendor_no_match.list': 'Not a vendor yet',
  'issue.vendor_similar.list': 'Looks like {similarName}',
  'issue.vendor_similar.list.tax_id_differs': 'Known name, another tax ID',
  'issue.low_confidence.list': '{field} not sure',
  'issue.post_failed.cause.ledger_refused': 'BigCapital did not accept bill {billNumber} ({type}). Nothing was booked.',
  'issue.post_failed.cause.ledger_bill_conflict':
    '{reason, select, other_document {Bill {billNumber} in BigCapital already belongs to document {intakeNumber} here: the same invoice seems to be here twice.} vendor {BigCapital holds {billNumber} for another vendor.} total {BigCapital holds {billNumber} with {ledgerTotal} {currency}; this invoice says {total} {currency}.} draft {BigCapital holds {billNumber} as a draft. Open or delete it there, then post again.} vanished {Bill {billNumber} was found in BigCapital and then was gone. Post again.} other {BigCapital says that {billNumber} exists, but does not show it.}}',
  'issue.post_failed.cause.ledger_total_differs':
    '{stands, select, draft {A draft of {billNumber} in BigCapital adds up to {ledgerTotal} {currency} instead of {total} {currency}. It is in no account. Correct or delete it, then post again: nothing is sent twice.} deleted {BigCapital added {billNumber} up to {ledgerTotal} {currency} instead of {total} {currency}. The draft was deleted; nothing of it is in BigCapital.} other {BigCapital booked {billNumber} with {ledgerTotal} {currency} instead of {total} {currency}. Correct the bill there, then post again: nothing is sent twice.}}',
  'issue.post_failed.cause.ledger_account_missing':
    'BigCapital has no account for {account}, and it may not or cannot be made there. Make it in BigCapital (or let Quittance make accounts, in Settings), then post again.',
  'issue.post_failed.cause.ledger_exchange_rate_needed':
    'The invoice is in {currency} and BigCapital keeps its books in {ledgerCurrency}. Put the invoice back, type the exchange rate and approve it again. Nothing was booked.',
  'issue.post_failed.cause.ledger_vendor_alike':
    'BigCapital does not have {vendor}, but it has {ledgerVendor}. Nothing was booked and no vendor was made.',
  'issue.post_failed.cause.ledger_branch_needed':
    'This organization works with branches. Choose one in the settings ({suggested} is usual) and post it again. Nothing was booked.',
  'issue.post_failed.cause.ledger_currency_mismatch':
    'The invoice is in {currency}; BigCapital keeps its books in {ledgerCurrency} and would need an exchange rate, which cannot be given yet. Enter this bill there by hand.',
  'issue.post_failed.cause.bill_incomplete':
    'The bill cannot be made: {theField} is missing or not usable. Bring the invoice back to review and complete it.',
  'issue.post_failed.cause.bill_not_balanced':
    'Lines and taxes miss the total by {difference} {currency}. Nothing was sent. Bring the invoice back to review.',
  'issue.post_failed.cause.ledger_server_error':
    'BigCapital had a fault of its own twice while this bill was prepared ({call}).',
  'issue.post_failed.cause.bug': 'Quittance itself failed on this bill. The log says where.',
  'issue.tax_mismatch.name': 'Tax differs',
  'issue.tax_mismatch.title': 'Taxes do not add up',
  'issue.tax_mismatch.title.sum':
    'Tax is {difference} {currency} {direction, select, more {more} other {less}} than its parts',
  'issue.tax_mismatch.title.withheld_sum':
    'Withheld tax is {difference} {currency} {direction, select, more {more} other {less}} than its parts',
  'issue.tax_mismatch.title.rate': '“{name}” is not {rate, number, ::percent scale/0.01 .######} of its base',
  'issue.tax_mismatch.cause': 'The tax summary of the document contradicts itself.',
  'issue.tax_mismatch.cause.sum':
    'The rows of the tax summary add up to {computed} {currency}; the tax total says {told} {currency}.',
  'issue.tax_mismatch.cause.withheld_sum':
    'The rows of withheld tax add up to {computed} {currency}; their total says {told} {currency}.',
  'issue.tax_mismatch.cause.rate':
    '{rate, number, ::percent scale/0.01 .######} of {base} is {computed} {currency}; the document says {told} {currency}.',
  'issue.payable_mismatch.name': 'Amount to pay differs',
  'issue.payable_mismatch.title': 'Amount to pay is off by {difference} {currency}',
  'issue.payable_mismatch.cause':
    'The document asks for {payable} {currency}; {computed} {currency} follows from its total.',
  'issue.payable_mismatch.cause.advances':
    'Total {total} − prepaid {prepaid} + rounding {rounding} = {computed} {currency}; the document asks for {payable} {currency}.',
  'issue.payable_mismatch.cause.withheld':
    'The instalments add up to {payable} {currency}; the total less what is withheld is {computed} {currency}.',
  'issue.future_or_old_date.name': 'Unusual date',
  'issue.future_or_old_date.title': 'Dated {value}',
  'issue.future_or_old_date.title.future': 'Dated {value}, in the future',
  'issue.future_or_old_date.title.old': 'Dated {value}: {years} years ago',
  'issue.future_or_old_date.cause': 'The date of the invoice is unusual. Check whether it can be right.',
  'issue.not_addressed_to_us.name': 'Addressed to somebody else',
  'issue.not_addressed_to_us.title': 'Not addressed to your company',
  'issue.not_addressed_to_us.cause': 'The buyer’s tax ID {taxId} is none of your company’s.',
  'issue.not_addressed_to_us.cause.other':
    'The invoice is for {name} ({taxId}); that tax ID is none of your company’s.',
  'issue.not_addressed_to_us.cause.generic':
    'The invoice is made out to the generic tax ID {taxId}: as a rule it cannot be deducted. Ask for one in your company’s name.',
  'issue.credit_note_unlinked.name': 'Credit note without invoice',
  'issue.credit_note_unlinked.title': 'Which invoice does it take back?',
  'issue.credit_note_unlinked.cause': 'The credit note does not say which invoice it is about.',
  'issue.seal_broken.name': 'Seal does not fit',
  'issue.seal_broken.title': 'The seal does not fit the document',
  'issue.seal_broken.cause':
    'The seller’s digital seal does not fit what the file says. Check the folio fiscal with the SAT before you pay.',
  'issue.seal_broken.title.owner': 'The certificate is another company’s',
  'issue.seal_broken.cause.owner':
    'The file is sealed with a certificate of {owner}, but the seller is {seller}. Check the folio fiscal with the SAT before you pay.',
  'issue.seal_broken.title.number': 'The file holds another certificate than it names',
  'issue.seal_broken.cause.number':
    'The invoice names the certificate {declared}; the one in the file has the number {serial}.',
  'issue.seal_broken.title.certificate': 'The seller’s certificate was not valid',
  'issue.seal_broken.cause.certificate':
    'The invoice is dated {date}; the certificate it is sealed with is valid from {from} until {until}.',
  'issue.xml_page_disagree.cause.attached':
    'The e-invoice says {xml}; the page attached as #{attached} shows {page}. The e-invoice counts.',
}
