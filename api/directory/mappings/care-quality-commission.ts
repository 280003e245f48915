import type { Mapping } from '../mapping.rules.ts';

/** The Care Quality Commission's register of care services, as published and as councils pass it on. */
export const careQualityCommission: Mapping = {
  name: 'Care Quality Commission register',
  marks: [
    ['CQC Location ID (for office use only)', 'CQC Location ID', 'Location ID', 'cqc_id', 'Location CQC ID'],
    ['Name', 'Location name'],
  ],
  columns: {
    id: ['CQC Location ID (for office use only)', 'CQC Location ID', 'Location CQC ID', 'Location ID', 'cqc_id'],
    name: ['Name', 'Location name'],
    organisation: ['Provider name', 'provider'],
    organisationId: ['CQC Provider ID (for office use only)', 'CQC Provider ID', 'Provider CQC ID', 'Provider ID'],
    address: ['Address', 'Location Street Address', 'Location Address Line 2', 'Location City'],
    postcode: ['Postcode', 'Location Postal Code'],
    latitude: ['Latitude', 'Location Latitude', 'lat'],
    longitude: ['Longitude', 'Location Longitude', 'lon'],
    telephone: ['Phone number', 'Location Telephone Number', 'telephone'],
    website: ["Service's website (if available)", 'Location Web Address', 'website'],
    types: ['Service types', 'type'],
    areas: ['Local authority', 'Location Local Authority', 'area_name'],
    rating: ['Location Latest Overall Rating', 'Latest overall rating', 'Overall rating', 'rating'],
    ratedOn: ['Publication Date', 'Rating published', 'rating_date'],
    activities: ['Regulated activities', 'regulated_activities', 'Service types', 'type'],
    registrationStatus: ['Registration status', 'Location status', 'registration_status'],
    isDormant: ['Dormant (Y/N)', 'Location Dormant (Y/N)'],
    registeredOn: ['Location HSCA start date', 'Registration date', 'registration_date'],
    deregisteredOn: ['Location HSCA End Date', 'Deregistration date', 'deregistration_date'],
  },
  regulator: 'CQC',
  remarks: { 'Also known as': 'Also known as', 'Specialisms/services': 'For' },
  kind: 'Provider',
  taxonomy: 'Care Quality Commission service types',
  licence: 'OGL-UK-3.0',
  attribution: 'Contains Care Quality Commission information licensed under the Open Government Licence v3.0.',
};
