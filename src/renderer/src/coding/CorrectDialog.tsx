import { useEffect, useState } from 'react'
import type { LikeLines, PendingGroup } from '../../../shared/coding'
import type { AccountView } from '../../../shared/account'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { Button } from '../parts/Button'
import { Checkbox } from '../parts/Checkbox'
import { Dialog } from '../parts/Dialog'
import { accountText } from './coding-text'
import { LikeTable } from './LikeTable'
import { usePending } from './pending-slice'

/** Another account for the groups in hand and, if wished, for every other line like theirs, shown before it is done. */
export function CorrectDialog({ groups }: { readonly groups: readonly PendingGroup[] }) {
  const { t, language } = useText()
  const [account, setAccount] = useState<AccountView | null>(null)
  const [like, setLike] = useState<LikeLines | null>(null)
  const [alsoLike, setAlsoLike] = useState(true)
  const { stopCorrecting, likeOf, correct } = usePending.getState()
  const lines = groups.reduce((sum, group) => sum + group.lineIds.length, 0)
  const others = like?.lineIds.length ?? 0
  const alike = alsoLike ? (like?.lineIds ?? []) : []
  const [first] = groups
  const now = new Set(groups.map(group => group.accountCode)).size === 1 ? first : undefined

  useEffect(() => {
    let isShown = true
    void likeOf(groups).then(found => isShown && setLike(found))
    return () => {
      isShown = false
    }
  }, [likeOf, groups])

  const apply = () => {
    if (account) void correct(groups, account.code, alike)
  }
  return (
    <Dialog
      title={t('coding.correct.title', { count: lines })}
      isOpen
      onClose={stopCorrecting}
      size={others > 0 ? 'large' : 'small'}
      actions={
        <>
          <Button onPress={stopCorrecting}>{t('dialog.cancel')}</Button>
          {/* Made anew once an account is chosen, so that Enter does what is left to do. */}
          <Button
            key={account?.code}
            tone="primary"
            isDisabled={account === null}
            autoFocus={account !== null}
            onPress={apply}
          >
            {t('coding.correct.action', { count: lines + alike.length })}
          </Button>
        </>
      }
    >
      <AccountPicker
        label={t('coding.correct.account')}
        value={account?.code ?? null}
        onChange={setAccount}
        autoFocus
        {...(now?.accountCode != null && {
          hint: t('coding.correct.now', { account: accountText(now.accountCode, now.accountName) }),
        })}
      />
      {like && others > 0 && (
        <>
          <Checkbox isSelected={alsoLike} onChange={setAlsoLike}>
            {t('coding.correct.like', { count: others })}
          </Checkbox>
          {alsoLike && <LikeTable like={like} account={account && accountText(account.code, account.name[language])} />}
        </>
      )}
    </Dialog>
  )
}
