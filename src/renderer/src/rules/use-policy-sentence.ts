import type { PolicyView } from '../../../shared/automation'
import { usePeople } from '../app/people-slice'
import { useText, type Text } from '../i18n/t'
import { useRules } from './rules-slice'
import { conditionsText, type Names } from './sentences'

type Wording = Pick<PolicyView, 'conditions' | 'isRoutedOnly' | 'steps' | 'fourEyes'>

/** What an approval policy says, as a sentence. */
export function usePolicySentence(): (wording: Wording) => string {
  const text = useText()
  const { t } = text
  const vendors = useRules(state => state.vendorNames)
  const policies = useRules(state => state.policies)
  const people = usePeople(state => state.people)
  const names = { vendors, people, policies }
  return wording => {
    const steps = stepsText(text, wording, names)
    const said =
      wording.isRoutedOnly === true
        ? t('policies.sentence.routed', { steps })
        : t('policies.sentence', { when: conditionsText(text, wording.conditions, names), steps })
    return wording.fourEyes ? `${said} ${t('policies.fourEyes.short')}` : said
  }
}

/** "Ana or Bob, then Cleo". */
function stepsText(text: Text, { steps }: Pick<Wording, 'steps'>, { people }: Names): string {
  if (steps.length === 0) return text.t('policies.nobody')
  const anyOf = new Intl.ListFormat(text.language, { type: 'disjunction' })
  return steps
    .map(step => {
      const named = people.filter(person => step.people.includes(person.id)).map(person => person.name)
      return named.length === 0 ? text.t('policies.anyone') : anyOf.format(named)
    })
    .join(text.t('policies.then'))
}
