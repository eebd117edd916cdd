/** `error.<ErrorCode>`: what happened, what we kept, what to do now. */
export const errors = {
  'error.bug': 'Something went wrong inside Quittance. Nothing was lost; the details are in the log. Please try again.',
  'error.invalid_input': 'This was not understood. Please check what was entered.',
  'error.engine_gone': 'The engine stopped and is starting again. Your work is saved; please try again in a moment.',
  'error.books_closed': 'Other books were opened meanwhile. Please ask again there.',
  'error.engine_starting': 'The engine is still starting. Please try again in a moment.',
  'error.document_not_found': 'This document is no longer in the store.',
  'error.invoice_not_found': 'This document holds no invoice.',
  'error.line_not_found': 'This line is no longer on the invoice.',
  'error.issue_not_found': 'This issue is no longer on the invoice.',
  'error.lesson_not_found': 'This was forgotten already.',
  'error.vendor_not_found': 'This vendor is no longer in the list.',
  'error.fix_no_longer_fits.settled':
    'This issue was settled meanwhile{by, select, person { by a person} other {}} ({as, select, resolved {resolved} waived {does not apply} skipped {left as it is} other {settled}}). Nothing was changed.',
  'error.fix_no_longer_fits.not_for_this_issue': 'This is no answer to this issue. Nothing was changed.',
  'error.fix_no_longer_fits.not_asked': 'Nobody is asked about this issue any more. Nothing was changed.',
  'error.fix_no_longer_fits.changed':
    'The invoice changed meanwhile: {change, select, field_changed {{theField} is now {to}} line_changed {a line was changed} line_added {a line was added} line_removed {a line was removed} line_split {a line was split} line_merged {lines were merged} line_filled {a line took up the difference} account_set {accounts were chosen} issue_resolved {an issue was settled} document_undone {a decision was undone} other {somebody decided on it}}. The choices shown are up to date again.',
  'error.split_does_not_add_up':
    'The parts add up to {computed} {currency} of {total} {currency}: {difference} {currency} {reason, select, too_little {are left} other {too much}}. Nothing was changed.',
  'error.split_does_not_add_up.several_open': 'Only one part may be left empty for the rest. Nothing was changed.',
  'error.nothing_to_settle': 'No such issue is open there.',
  'error.nothing_to_fill': 'The lines already add up to the net total.',
  'error.nothing_to_fill.no_net': 'The invoice has no net total to fill up to.',
  'error.vendor_tax_id_taken':
    '{name} cannot come back: {holder} has the tax ID {taxId} by now. Choose {holder} for this invoice instead.',
  'error.account_not_found': 'There is no such account in the chart. Choose another one.',
  'error.account_inactive': 'Account {code} is no longer in use. Choose another one, or switch it on in the chart.',
  'error.chart_unreadable':
    'This file cannot be read as a list of accounts: it needs a heading row with a column for the code and one for the name. Nothing was imported.',
  'error.chart_empty': 'The list has no accounts. Nothing was imported.',
  'error.chart_too_large': 'The list has {count} accounts; at most {most} can be imported. Nothing was imported.',
  'error.chart_row_incomplete':
    'Row {row} has no {missing, select, code {code} other {name}}. Complete it and import again; nothing was imported.',
  'error.chart_duplicate_code':
    'Account {code} stands in rows {first} and {row}. Each code may stand only once; nothing was imported.',
  'error.chart_parent_missing':
    'Account {code} in row {row} is said to be below {parent}, which is not in the list. Nothing was imported.',
  'error.chart_cycle': 'The accounts {codes} lie below one another in a circle. Nothing was imported.',
  'error.changed_meanwhile': 'The invoice changed in the meantime. It was loaded again; please repeat your change.',
  'error.not_allowed_in_state': 'This cannot be done in the document’s present state.',
  'error.blocking_issues_open':
    '{count, plural, one {One issue blocks approval. Resolve it first.} other {# issues block approval. Resolve them first.}}',
  'error.value_invalid':
    '{reason, select, amount {This is not an amount. Write it like 1,234.56 or =1200*0.16.} ambiguous_amount {This amount can be read in two ways. Write the decimals, like 1234.00.} date {This is not a date. Write it like 12/3/2026 or 12 Mar.} currency {This is not a currency. Write its three letters, like MXN.} generic_tax_id {The general tax ID stands for nobody in particular and cannot be a vendor’s.} taken {The vendor {name} has this tax ID already.} tax_rate {A tax rate lies between 0 and 200 %.} other {This value cannot be read. Please check how it is written.}}',
  'error.value_invalid.not_a_url': 'This is not a web address. Write it like https://books.example.com.',
  'error.value_invalid.not_http': 'The address must begin with https://.',
  'error.value_invalid.not_https': 'A key may only travel over https, except on this computer or in a private network.',
  'error.value_invalid.has_credentials': 'Leave name and password out of the address; the API key is enough.',
  'error.value_invalid.not_a_key':
    'This does not look like an API key. Copy it from BigCapital once more, without spaces.',
  'error.nothing_to_undo': 'There is nothing to undo on this invoice.',
  'error.nothing_to_redo': 'There is nothing to redo on this invoice.',
  'error.decided_since': 'This invoice was changed again afterwards. Undo the later change on the invoice first.',
  'error.file_not_saved': '{fileName} could not be saved there. Choose another place.',
  'error.already_sent': 'The bill is already in the ledger, so this can no longer be changed here.',
  'error.fix_no_longer_fits': 'The invoice changed, and this suggestion no longer fits. Choose again.',
  'error.store_from_newer_app':
    'The data was written by a newer version of Quittance. Install that version; nothing was changed.',
  'error.store_migration_broken':
    'The data could not be brought to this version. It was left as it was, with a copy beside it.',
  'error.store_disk_full': 'The disk is full, so nothing more can be saved. Free some space; what was saved is intact.',
  'error.store_read_only': 'The data folder cannot be written to. Check its permissions and the disk.',
  'error.store_busy': 'Another program is holding the data. Please try again in a moment.',
  'error.store_damaged': 'The data file is damaged. It was left untouched; restore a copy or ask for help.',
  'error.store_disk_low':
    'Only {free} MB are free on the disk; new documents need {needed} MB of room. Nothing was taken in. Free some space and add them again.',
  'error.store_lost_commits':
    'The data file is older than what was confirmed to you: {missing, plural, one {# change is} other {# changes are}} missing. Nothing was touched; restore a backup, or accept the older state.',
  'error.backup_no_room':
    'There is not enough room for a backup: it needs {needed}, and {free} are free. Free some space or choose another folder.',
  'error.backup_unreadable': 'This is no backup that Quittance can read. Choose another one.',
  'error.backup_unsound': 'This backup is damaged and was not used. Nothing was changed; choose another one.',
  'error.backup_not_found': 'That backup is no longer there. Choose another one.',
  'error.backup_running': 'A backup is being made. Please wait for it to end.',
  'error.backup_folder_inside':
    'Backups cannot lie in the data folder, where they would be lost with the books. Choose a folder elsewhere, best on another disk.',
  'error.backup_folder_gone':
    'The folder for backups is not there: {folder}. Connect its disk or choose another folder.',
  'error.data_folder_in_use': 'Another Quittance is already using this data folder.',
  'error.file_unreadable': 'The file could not be opened. Check its permissions, then add it again.',
  'error.file_vanished': 'The file was moved or deleted before it could be read. Add it again.',
  'error.file_too_large': 'The file is larger than Quittance reads. Split it, then add the parts.',
  'error.corrupt_document': 'The file is damaged and cannot be read. Ask the sender for it again, or enter it by hand.',
  'error.corrupt_document.signed_envelope':
    'The signed envelope is damaged and cannot be opened. Ask the sender for the file again.',
  'error.empty_file': 'The file is empty. Ask the sender for it again.',
  'error.unsupported_type': 'This kind of file cannot be read. Send PDF, image or e‑invoice XML, or enter it by hand.',
  'error.unsupported_encryption':
    'The file is locked in a way that cannot be opened here. Ask for an unlocked copy or enter it by hand.',
  'error.unsupported_feature':
    'The file uses something that cannot be read yet. Enter it by hand or ask for another copy.',
  'error.unsupported_xml_schema': 'This XML file is no e-invoice we know: its root is {root}.',
  'error.xml_not_well_formed':
    'This XML file is damaged at line {line}, column {column}. Ask the vendor for the original file.',
  'error.xml_not_well_formed.encoding':
    'The text of this XML file is not written in {encoding}, as it claims (line {line}, column {column}). Ask the vendor for a corrected file.',
  'error.xml_forbidden_construct':
    'This {name} file contains a {construct} (line {line}), which is not safe to open. It is kept as received. Enter the invoice by hand, or ask the vendor for a PDF or a newer e-invoice.',
  'error.resource_limit':
    'The file goes beyond what can be read safely. Enter the invoice by hand or ask for a simpler copy.',
  'error.resource_limit.pixels':
    'The picture is larger than can be read safely. Ask for a smaller copy or enter the invoice by hand.',
  'error.resource_limit.depth':
    'The file is nested more deeply than any invoice, so it was not read. Ask for the original.',
  'error.resource_limit.page_size': 'A page of the file is too large to be drawn. Enter the invoice by hand.',
  'error.needs_password': 'The file is protected by a password. Enter it to have the file read.',
  'error.wrong_password': 'This password does not open the file. Please try again.',
  'error.worker_crashed': 'Reading this document failed in the same way several times. Try again or enter it by hand.',
  'error.worker_timeout': 'Reading this document took too long and was stopped. Try again or enter it by hand.',
  'error.worker_memory': 'Reading this document needed too much memory and was stopped. Enter it by hand.',
  'error.model_key_missing': 'No key for the outside model is stored. Enter one in Settings.',
  'error.model_unreachable':
    'The outside model cannot be reached. What was read on this machine stands; it is tried again by itself.',
  'error.model_unauthorized':
    'The outside model refused the key. Create a new key at the vendor and enter it in Settings.',
  'error.model_billing':
    'The vendor of the outside model has stopped the account: credit, spending limit or hold. Settle it there.',
  'error.model_unknown':
    'This model does not exist (any more) or its price is not known. Choose another one in Settings.',
  'error.model_throttled': 'The outside model asked us to slow down. Questions go on by themselves.',
  'error.model_overloaded': 'The outside model is overloaded. Questions go on by themselves.',
  'error.model_too_large': 'The document is too large for the outside model. What was read on this machine stands.',
  'error.model_refused_request': 'The outside model did not accept the question. What was read on this machine stands.',
  'error.model_bad_answer': 'The outside model gave no usable answer. What was read on this machine stands.',
  'error.model_budget_reached':
    'The month’s budget for the outside model is used up. What was read on this machine stands.',
  'error.model_nothing_to_ask': 'No document needs an answer from the outside model now.',
  'error.ledger_not_connected': 'No ledger is connected. Connect BigCapital in Settings.',
  'error.ledger_unreachable': 'BigCapital cannot be reached. Approved bills wait here and are sent when it answers.',
  'error.ledger_unauthorized': 'BigCapital refused the key. Create a new API key there and connect again.',
  'error.ledger_refused': 'BigCapital did not accept the bill. Check the invoice, then try again.',
  'error.ledger_refused.organization_not_ready':
    'The organization in BigCapital is not set up yet. Finish its setup there, then connect.',
  'error.ledger_refused.server_error_twice':
    'BigCapital failed twice on this bill with a fault of its own. Try again later, or look at the bill there.',
  'error.ledger_throttled': 'BigCapital asked us to slow down. Sending goes on by itself.',
  'error.ledger_server_error': 'BigCapital had a fault of its own. Sending is tried again by itself.',
  'error.ledger_contract_broken': 'BigCapital answered in an unexpected way. Check its address and version.',
  'error.ledger_bill_conflict': 'BigCapital already holds a different bill with this number.',
  'error.ledger_total_differs': 'The bill in BigCapital has another total than the approved invoice.',
  'error.ledger_account_missing':
    'BigCapital has no account {account}. Create it there, or allow it to be created in Settings.',
  'error.ledger_period_locked': 'The accounting period of this bill is closed in BigCapital.',
  'error.ledger_exchange_rate_needed':
    'The bill is in {currency}, the ledger in {ledgerCurrency}: an exchange rate is needed.',
  'error.ledger_vendor_alike':
    'BigCapital has {ledgerVendor}, which may be {vendor}. Say whether it is, so that no vendor is there twice.',
  'error.ledger_branch_needed': 'BigCapital wants a branch for every bill. Choose one in the settings.',
  'error.ledger_mass_change':
    'BigCapital suddenly shows {count} of {of} posted bills as changed or deleted. Nothing was recorded; look there first, then confirm.',
  'error.ledger_list_empty':
    'BigCapital answered with an empty list where it holds bills. Nothing was concluded from it.',
  'error.ledger_currency_mismatch':
    'The invoice is in {currency}, but the books in BigCapital are in {ledgerCurrency}.',
  'error.key_store_unavailable':
    'The operating system offers no safe place for the key, so it was not stored. Unlock the key ring and try again.',
  'error.update_unreachable': 'The update server does not answer. Nothing changed; try again later.',
  'error.update_unsigned': 'The update carries no signature of Quittance’s makers. It was not downloaded.',
  'error.update_wrong_signature': 'The update’s signature is not that of Quittance’s makers. It was not downloaded.',
  'error.update_older': 'The update server offers an older version than this one. It was not downloaded.',
  'error.update_damaged': 'The update arrived damaged or cut off. It was thrown away; try again.',
  'error.update_no_space':
    'There is no room for the update and a copy of the books. Make room on the disk and try again.',
  'error.update_rehearsal_failed':
    'The new version could not work on a copy of your books. It was not installed; the books were not touched.',
  'error.update_unsound':
    'On a copy of your books the new version lost or damaged something. It was not installed; the books were not touched.',
  'error.update_not_installed': 'The new version could not be put in place. This version goes on.',
  'error.update_not_gone_back': 'The earlier version could not be put in place. This version and its books go on.',
  'error.update_nothing_kept': 'There is no earlier version to go back to.',
  'error.samples_missing': 'The sample invoices are missing from this installation.',
  'error.store_not_migrated': 'These books were last opened by an earlier version. Open them in the app once.',
  'error.store_not_durable':
    'The database cannot promise that saved work survives a power failure on this machine, so nothing was opened.',
  'error.ledger_credit_note_unsupported':
    'Credit notes cannot be sent to the ledger yet. Enter it there by hand, then reject it here with that note.',
  'error.ledger_other_organization':
    'This key belongs to another organization, and {unsettled, plural, one {# bill} other {# bills}} sent to the present one are not settled yet. Let them settle first, or they could be posted twice.',
  'error.bill_incomplete': 'The bill cannot be made: {theField} is missing or not usable.',
  'error.bill_not_balanced': 'Lines and taxes miss the total by {difference} {currency}; nothing was sent.',
  'error.person_not_found': 'This person does not work here any more.',
  'error.person_name_taken': '{name} is there already. Give each person a name of their own.',
  'error.person_needed_by_rule':
    'The rule “{rule}” assigns documents to this person. Change it or switch it off first.',
  'error.policy_needed_by_rule': 'The rule “{rule}” routes documents to this policy. Change it or switch it off first.',
  'error.policy_not_in_use':
    'The rule routes to the policy “{policy}”, which is off or asks nobody. Switch it on, give it people, or choose another.',
  'error.person_needed_by_policy':
    'The approval policy “{policy}” cannot do without this person. Change the policy first.',
  'error.absence_impossible':
    'The last day must not be before the first, and somebody else who works here must stand in.',
  'error.rule_not_found': 'This rule was removed meanwhile.',
  'error.rule_contradicts_itself':
    'A rule can hold, approve, reject or set a document aside, but only one of them; it sets one account, one assignee and one policy, and does not approve what it routes to people.',
  'error.rule_matches_everything':
    'This rule is about all {count, plural, one {# document} other {# documents}} received so far. Confirm that you mean every document.',
  'error.policy_not_found': 'This approval policy was removed meanwhile.',
  'error.policy_impossible': 'Nobody could ever satisfy this policy.',
  'error.policy_impossible.no_people':
    'Nobody could ever satisfy this policy: nobody has a name here yet. Add people in Settings first.',
  'error.policy_impossible.nobody_left_for_step':
    'Nobody could ever satisfy this policy: none of the people named in step {step} works here.',
  'error.policy_impossible.too_few_people':
    'Nobody could ever satisfy this policy: each of its {step} steps needs somebody else, and too few people are named.',
  'error.policy_impossible.four_eyes_one_person':
    'With four eyes, what the only approver has changed could never be approved. Name somebody else too.',
  'error.template_invalid': 'These steps cannot be used.',
  'error.template_invalid.form': 'These steps cannot be used: “{where}” has no usable value.',
  'error.template_invalid.unknown_step': 'These steps cannot be used: there is no step “{step}”.',
  'error.template_invalid.step_twice': 'These steps cannot be used: “{step}” is in them twice.',
  'error.template_invalid.cycle': 'These steps wait for each other in a circle: “{step}” would never begin.',
  'error.template_invalid.gap': '“{step}” works with what “{needs}” finds, and that step is switched off or missing.',
  'error.template_invalid.indispensable': '“{step}” cannot be switched off: a document would never arrive anywhere.',
  'error.template_invalid.after_decision': '“{step}” is for documents that have arrived: it must come after Sorting.',
  'error.template_invalid.before_decision': '“{step}” must be done before Sorting decides where the document goes.',
  'error.template_invalid.cannot_continue':
    'Nothing can go on after “{step}” has failed. Let it stop, or set the document aside.',
  'error.template_not_found': 'These steps no longer exist.',
  'error.step_timeout': 'It took longer than the {seconds} seconds allowed, and was undone.',
  'error.step_not_possible': '“{step}” cannot run now: it is switched off, or what it works with is not there.',
  'error.approval_refused': 'The approval policy “{policy}” does not allow this approval.',
  'error.approval_refused.no_person': 'The approval policy “{policy}” wants people: it waits for {waitsFor}.',
  'error.approval_refused.not_asked': 'The approval policy “{policy}” does not ask you: it waits for {waitsFor}.',
  'error.approval_refused.already_approved': 'You have approved this already; it waits for {waitsFor}.',
  'error.approval_refused.needed_later':
    'You are needed for a later step of “{policy}”; this one waits for {waitsFor}.',
  'error.approval_refused.missing': 'Approvals of “{policy}” are missing; it waits for {waitsFor}.',
}
