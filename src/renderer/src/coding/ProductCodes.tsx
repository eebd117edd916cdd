import { useEffect, useState } from 'react'
import type { ProductCodeView } from '../../../shared/coding'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { CodingSearch } from './CodingSearch'

/** Looks up what a product code stands for, or which code a thing has, and where it would be booked. */
export function ProductCodes() {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const found = useProductCodes(query)
  return (
    <div className="coding-page">
      <div className="coding-bar">
        <CodingSearch label={t('products.search')} value={query} onChange={setQuery} autoFocus />
      </div>
      {query.trim() === '' ? (
        <p className="muted coding-note">{t('products.intro')}</p>
      ) : (
        found.length === 0 && <p className="muted coding-note">{t('products.none', { query })}</p>
      )}
      {found.length > 0 && (
        <table className="plain-table" aria-label={t('products.list')}>
          <thead>
            <tr>
              <th scope="col">{t('products.code')}</th>
              <th scope="col">{t('products.name')}</th>
              <th scope="col">{t('products.account')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ code, name, accountCode, accountName }) => (
              <tr key={code}>
                <th scope="row" className="num">
                  {code}
                </th>
                <td lang="es">{name}</td>
                <td>
                  {accountCode === null ? (
                    <span className="muted">{t('products.noAccount')}</span>
                  ) : (
                    <>
                      <span className="num">{accountCode}</span> {accountName}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** The engine answers every keystroke, and names accounts in the language of the screens; an older answer is dropped. */
function useProductCodes(query: string): readonly ProductCodeView[] {
  const { language } = useText()
  const [found, setFound] = useState<readonly ProductCodeView[]>([])
  const isBlank = query.trim() === ''
  useEffect(() => {
    let isCurrent = true
    // Asked for nothing, the engine makes its index ready for the first letter.
    if (isBlank) void engine.call('productCode.search', { query: '', limit: 1 })
    else
      void engine.call('productCode.search', { query, limit: 50 }).then(reply => {
        if (isCurrent) setFound(reply.ok ? reply.value.productCodes : [])
      })
    return () => {
      isCurrent = false
    }
  }, [query, isBlank, language])
  return isBlank ? [] : found
}
