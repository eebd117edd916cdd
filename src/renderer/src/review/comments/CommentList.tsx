import type { CommentView } from '../../../../shared/comment'
import { mentionsIn } from '../../../../shared/mentions'
import { useNow } from '../../app/clock'
import { usePeople } from '../../app/people-slice'
import { actorText, ageText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { useReview } from '../state/review-store'

/** What was written, oldest first; a question that nobody answered has a button for it. */
export function CommentList({ comments }: { readonly comments: readonly CommentView[] }) {
  const text = useText()
  if (comments.length === 0) return <p className="muted">{text.t('comments.none')}</p>
  return (
    <ol className="comment-list">
      {comments.map(comment => (
        <CommentRow key={comment.id} comment={comment} question={comments.find(({ id }) => id === comment.answers)} />
      ))}
    </ol>
  )
}

interface CommentRowProps {
  readonly comment: CommentView
  /** What it answers. */
  readonly question: CommentView | undefined
}

function CommentRow({ comment, question }: CommentRowProps) {
  const text = useText()
  const { t, instant } = text
  const now = useNow()
  const { openComments } = useReview.getState()
  const isOpen = comment.question?.isAnswered === false
  return (
    <li className={isOpen ? 'is-open' : undefined}>
      <div className="comment-head">
        <strong>{actorText(text, comment.actor)}</strong>
        {comment.question && <QuestionNote question={comment.question} />}
        {question && <span>{t('comments.answers', { question: question.text })}</span>}
        <time className="num" dateTime={new Date(comment.at).toISOString()} title={instant(comment.at)}>
          {ageText(text, comment.at, now)}
        </time>
      </div>
      <p>
        <WithMentions text={comment.text} mentions={comment.mentions} />
      </p>
      {isOpen && (
        <Button className="small" onPress={() => openComments(comment.id)}>
          {t('comments.answer')}
        </Button>
      )}
    </li>
  )
}

function QuestionNote({ question }: { readonly question: NonNullable<CommentView['question']> }) {
  const { t, date } = useText()
  const asked = usePeople(state => state.people.find(({ id }) => id === question.personId))
  const due = question.due === null ? 'none' : date(question.due)
  return (
    <>
      <span>{asked ? t('comments.asks', { name: asked.name, due }) : t('comments.asks.anyone', { due })}</span>
      {question.isAnswered && <span className="answered">{t('comments.answered')}</span>}
    </>
  )
}

function WithMentions({ text, mentions }: Pick<CommentView, 'text' | 'mentions'>) {
  const people = usePeople(state => state.people)
  const found = mentionsIn(
    text,
    people.filter(({ id }) => mentions.includes(id)),
  )
  const ends = [0, ...found.map(({ end }) => end)]
  return (
    <>
      {found.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark className="mention">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
