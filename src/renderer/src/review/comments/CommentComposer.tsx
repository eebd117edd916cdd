import type { DocumentView } from '../../../../shared/document-view'
import { activePeople, isTeamOf, usePeople } from '../../app/people-slice'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { Checkbox } from '../../parts/Checkbox'
import { DateInput } from '../../parts/DateInput'
import { Select } from '../../parts/Select'
import { noWords, type CommentDraft } from '../state/comment-slice'
import { useReview } from '../state/review-store'
import { MentionField } from './MentionField'

const nobody = 'nobody'

/** Writes a comment, a question with a day, or an answer. */
export function CommentComposer({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const draft = useReview(state => state.comments[view.documentId]) ?? noWords
  const isTeam = usePeople(isTeamOf)
  const people = activePeople(usePeople(state => state.people))
  const sitting = usePeople(state => state.sitting)
  const { writeComment, sendComment, closeComments } = useReview.getState()
  const question = view.comments?.find(({ id }) => id === draft.answers)
  const send = async () => {
    if (await sendComment()) closeComments()
  }
  return (
    <form
      className="comment-form"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <MentionField
        key={question?.id ?? 'words'}
        label={
          question
            ? t('comments.write.answer', { question: question.text })
            : t(isTeam ? 'comments.write' : 'comments.write.note')
        }
        hint={t(isTeam ? 'comments.hint' : 'comments.hint.note')}
        value={draft.text}
        people={isTeam ? people.filter(({ id }) => id !== sitting) : []}
        onChange={text => writeComment({ text })}
        onSend={() => void send()}
      />
      {!question && (isTeam ? <AskWhom draft={draft} /> : <WaitForAnswer draft={draft} />)}
      {!question && draft.asks !== null && (
        <DateInput
          label={t('comments.due')}
          value={draft.due}
          onChange={due => writeComment({ due })}
          hint={t('comments.holds')}
        />
      )}
      <div className="comment-actions">
        {question && <Button onPress={() => writeComment({ answers: null })}>{t('comments.answer.not')}</Button>}
        <Button tone="primary" type="submit" isDisabled={draft.text.trim() === ''}>
          {t(sendLabel(draft, isTeam))}
        </Button>
      </div>
    </form>
  )
}

function sendLabel({ asks, answers }: CommentDraft, isTeam: boolean) {
  if (answers !== null) return 'comments.send.answer'
  if (!isTeam) return 'comments.send.note'
  return asks === null ? 'comments.send' : 'comments.send.question'
}

function AskWhom({ draft }: { readonly draft: CommentDraft }) {
  const { t } = useText()
  const people = activePeople(usePeople(state => state.people))
  const sitting = usePeople(state => state.sitting)
  const others = people.filter(({ id }) => id !== sitting)
  return (
    <Select<string>
      label={t('comments.ask')}
      value={draft.asks ?? nobody}
      options={[
        { id: nobody, label: t('comments.ask.nobody') },
        ...others.map(({ id, name }) => ({ id, label: name })),
        { id: 'anyone', label: t('comments.ask.anyone') },
      ]}
      onChange={chosen => {
        const asks = chosen === 'anyone' ? 'anyone' : (others.find(({ id }) => id === chosen)?.id ?? null)
        useReview.getState().writeComment({ asks })
      }}
    />
  )
}

/** Whoever works alone asks somebody outside: the document waits all the same. */
function WaitForAnswer({ draft }: { readonly draft: CommentDraft }) {
  const { t } = useText()
  return (
    <Checkbox
      isSelected={draft.asks !== null}
      onChange={waits => useReview.getState().writeComment({ asks: waits ? 'anyone' : null })}
    >
      {t('comments.waits')}
    </Checkbox>
  )
}
