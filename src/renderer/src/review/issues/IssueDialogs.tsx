import { useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { IssueView } from '../../../../shared/issue'
import { activePeople, isTeamOf, usePeople } from '../../app/people-slice'
import { issueTitle } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { DateInput } from '../../parts/DateInput'
import { Dialog, ReasonDialog } from '../../parts/Dialog'
import { DialogForm } from '../../parts/DialogForm'
import { Select } from '../../parts/Select'
import { TextField } from '../../parts/TextField'
import { useReview } from '../state/review-store'

/** Answers to an issue that need words: why it is left or waved through, who is asked what, what was answered. */
export function IssueDialogs({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const dialog = useReview(state => state.dialog)
  const about = useReview(state => state.dialogAbout)
  const issue = view.issues.find(candidate => candidate.id === about)
  const { closeDialog, applyFix, answer } = useReview.getState()
  if (!issue) return null
  return (
    <>
      <ReasonDialog
        title={t('review.skip.title')}
        question={t('review.skip.question')}
        action={t('review.skip.title')}
        isOpen={dialog === 'skip'}
        isRequired
        onConfirm={reason => void applyFix(issue, { type: 'skip', reason }, reason)}
        onClose={closeDialog}
      />
      <ReasonDialog
        title={t('review.waive.title')}
        question={t('review.waive.question')}
        action={t('review.waive.title')}
        isOpen={dialog === 'waive'}
        isRequired
        onConfirm={reason => void applyFix(issue, { type: 'waive', reason }, reason)}
        onClose={closeDialog}
      />
      <ReasonDialog
        title={t('review.answer.title', { of: issue.question?.of ?? '' })}
        question={issue.question?.text ?? ''}
        action={t('review.answer.action')}
        isOpen={dialog === 'answer'}
        isRequired
        onConfirm={text => void answer(issue, text)}
        onClose={closeDialog}
      />
      {dialog === 'ask' && <AskDialog issue={issue} />}
    </>
  )
}

const somebodyElse = 'somebody else'

/** Who is asked what, and until when. Names are free text: whoever is asked need not use the app. */
function AskDialog({ issue }: { readonly issue: IssueView }) {
  const text = useText()
  const { t } = text
  const { closeDialog, ask } = useReview.getState()
  const isTeam = usePeople(isTeamOf)
  const sitting = usePeople(state => state.sitting)
  const colleagues = activePeople(usePeople(state => state.people)).filter(({ id }) => id !== sitting)
  const [of, setOf] = useState(issue.question?.of ?? (isTeam ? (colleagues[0]?.name ?? '') : ''))
  const colleague = isTeam ? colleagues.find(({ name }) => name === of) : undefined
  const [question, setQuestion] = useState(t('review.ask.default', { title: issueTitle(text, issue) }))
  const [due, setDue] = useState('')
  const isMissing = of.trim() === '' || question.trim() === ''

  function submit() {
    closeDialog()
    void ask(issue, { of: of.trim(), text: question.trim(), due: due === '' ? null : due })
  }

  return (
    <Dialog title={t('review.ask.title')} isOpen onClose={closeDialog}>
      <DialogForm action={t('review.ask.action')} isReady={!isMissing} onSubmit={submit} onBack={closeDialog}>
        {isTeam && (
          <Select<string>
            label={t('review.ask.who')}
            value={colleague?.id ?? somebodyElse}
            options={[
              ...colleagues.map(({ id, name }) => ({ id, label: name })),
              { id: somebodyElse, label: t('review.ask.other') },
            ]}
            onChange={id => setOf(colleagues.find(person => person.id === id)?.name ?? '')}
          />
        )}
        {!colleague && <TextField label={t('review.ask.of')} value={of} onChange={setOf} autoFocus maxLength={200} />}
        <TextField label={t('review.ask.text')} value={question} onChange={setQuestion} maxLength={2000} />
        <DateInput label={t('review.ask.due')} value={due} onChange={setDue} />
        <p className="muted">{t('review.ask.note')}</p>
      </DialogForm>
    </Dialog>
  )
}
