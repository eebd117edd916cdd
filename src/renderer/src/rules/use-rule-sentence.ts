import type { RuleBody } from '../../../shared/automation'
import { usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { useRules } from './rules-slice'
import { actionsText, conditionsText } from './sentences'

/** What a wording of a rule says: "When total ≤ 300.00 EUR → approve". */
export function useRuleSentence(): (wording: Pick<RuleBody, 'conditions' | 'actions'>) => string {
  const text = useText()
  const vendors = useRules(state => state.vendorNames)
  const people = usePeople(state => state.people)
  const policies = useRules(state => state.policies)
  const names = { vendors, people, policies }
  return ({ conditions, actions }) =>
    text.t('rules.sentence', {
      when: conditionsText(text, conditions, names),
      then: actionsText(text, actions, names),
    })
}
