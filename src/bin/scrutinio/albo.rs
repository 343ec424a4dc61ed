//! The albo of city users as a CSV, for the registry.

use crate::io::{SecretSource, read};
use crate::kit::KIT_PASSPHRASE;
use anyhow::{Context, Result};
use clap::Args;
use seggio::authority::{AlboEntry, Kit, albo};
use seggio::batch::{AdmittedAs, Export};
use seggio::consultation::Consultation;
use seggio::envelope::whole_file;
use seggio::i18n::{Language, text};
use std::path::PathBuf;

/// Open the registrations that stations sealed, and write the albo of city users as CSV.
///
/// To standard output, or to a file that only its owner reads. What cannot be opened or trusted
/// is listed on standard error: exit status 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  scrutinio albo --kit kit export.zip --out albo.csv")]
pub struct Albo {
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// What `centrale export` wrote
    export: PathBuf,
    /// Where to write the CSV, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Residence attested at the desk, for the registry to check, instead of the city users
    #[arg(long)]
    attested: bool,
    #[command(flatten)]
    secrets: SecretSource,
}

/// The columns.
const HEADER: [&str; 14] = [
    "cognome",
    "nome",
    "codice_fiscale",
    "codice_calcolato",
    "data_nascita",
    "motivo",
    "area",
    "comune",
    "documento",
    "numero_documento",
    "postazione",
    "registrato",
    "abilitato_dal",
    "ripetuto",
];

impl Albo {
    /// Writes the albo.
    pub fn run(&self) -> Result<bool> {
        let kit = Kit::open(&self.kit)?;
        let export = Export::from_zip(&read(&self.export)?)
            .with_context(|| self.export.display().to_string())?;
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let albo = albo(&kit, &secrets, &export)?;
        let consultation = kit.consultation()?;
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(HEADER)?;
        let mut count = 0_usize;
        for entry in albo.of(self.attested) {
            csv.write_record(row(entry, &consultation))?;
            count += 1;
        }
        let csv = csv.into_inner().context("the CSV")?;
        match &self.out {
            Some(path) => {
                whole_file::replace(path, &csv, 0o600)
                    .with_context(|| path.display().to_string())?;
                println!("{count} people");
            }
            None => print!("{}", String::from_utf8(csv)?),
        }
        for problem in &albo.problems {
            eprintln!("scrutinio: {problem}");
        }
        Ok(albo.problems.is_empty())
    }
}

fn row(entry: &AlboEntry, consultation: &Consultation) -> [String; HEADER.len()] {
    let r = &entry.record;
    let yes = |so: bool| if so { "si" } else { "no" }.to_owned();
    let area = r.admitted_as.area();
    let comune = consultation.area(area).map_or(area, |a| a.name.as_str());
    let reason = match &r.admitted_as {
        AdmittedAs::CityUser { reason, .. } => {
            text(Language::It, &format!("reason-{}", reason.word()))
        }
        AdmittedAs::Attested { .. } | AdmittedAs::Resident { .. } => String::new(),
    };
    [
        r.surname.clone(),
        r.given_names.clone(),
        r.codice_fiscale.clone(),
        yes(r.computed),
        r.birth_date.to_string(),
        reason,
        area.to_owned(),
        comune.to_owned(),
        text(Language::It, &format!("document-{}", r.document.word())),
        r.document_number.clone(),
        entry.station.to_string(),
        entry.hour.to_string(),
        entry.enabled_from.to_string(),
        yes(entry.repeated),
    ]
}
