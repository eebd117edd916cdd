import type { Party } from './invoice'

/** The company whose books the samples are: every invoice is addressed to it. */
export const buyer: Party = {
  name: 'Oficinas Bosque Sereno SA de CV',
  taxId: 'OBS140820H35',
  address: ['Av. de los Encinos 482, Col. Arboledas', '44100 Guadalajara, Jalisco', 'México'],
  country: 'MX',
}

export const paperMill: Party = {
  name: 'Papelera del Norte SA de CV',
  taxId: 'PNO180312Q55',
  address: ['Calle Cedro 118, Parque Industrial', '66600 Apodaca, Nuevo León'],
  country: 'MX',
  contact: 'ventas@papeleradelnorte.example',
}

export const hauler: Party = {
  name: 'Autotransportes El Mirlo SA de CV',
  taxId: 'AEM120614K21',
  address: ['Km 14.5 Carretera a Chapala', '45640 Tlajomulco, Jalisco'],
  country: 'MX',
}

export const grocer: Party = {
  name: 'Distribuidora de Alimentos Montevera SA de CV',
  taxId: 'DAM161101MV6',
  address: ['Mercado de Abastos, Bodega 73', '44530 Guadalajara, Jalisco'],
  country: 'MX',
}

export const weaver: Party = {
  name: 'Alder & Loom Textil GmbH',
  taxId: 'DE314275800',
  address: ['Webergasse 9', '09111 Chemnitz'],
  country: 'DE',
}

/** The VAT id lacks a digit: that is the sample's point. */
export const roaster: Party = {
  name: 'Kade & Vonk Koffie B.V.',
  taxId: 'NL85123467B01',
  address: ['Havenkade 21', '3011 AB Rotterdam'],
  country: 'NL',
}

export const bookbinder: Party = {
  name: 'Buchbinderei Auental GmbH',
  taxId: 'ATU67182309',
  address: ['Mühlweg 4', '6020 Innsbruck'],
  country: 'AT',
}

export const studio: Party = {
  name: 'Atelier Brume SARL',
  taxId: 'FR17843905175',
  address: ['14 rue des Tisserands', '69001 Lyon'],
  country: 'FR',
  contact: 'bonjour@atelier-brume.example',
}

export const cloud: Party = {
  name: 'Northgate Cloud Services Inc.',
  taxId: '84-3190572',
  address: ['2200 Harbor View Drive, Suite 400', 'Portland, OR 97201', 'United States'],
  country: 'US',
  contact: 'billing@northgatecloud.example',
}

export const joiner: Party = {
  name: 'Carpintería Hermanos Valdés S.L.',
  taxId: 'B85473213',
  address: ['Calle del Olmo 27', '28012 Madrid'],
  country: 'ES',
  contact: 'Tel. 910 000 127',
}

export const printer: Party = {
  name: 'Harrow & Pike Print Ltd',
  taxId: 'GB417293016',
  address: ['Unit 6, Canal Wharf', 'Leeds LS11 5PS'],
  country: 'GB',
  contact: 'accounts@harrowpike.example',
}

export const ironmonger: Party = {
  name: 'Ferretería La Tuerca SA de CV',
  taxId: 'FTU201215KD3',
  address: ['Av. Juárez 905, Centro', '44100 Guadalajara, Jal.'],
  country: 'MX',
  contact: 'Tel. 33 0000 0905',
}
