//! Parquet: a file a table, amounts as exact decimals.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use rust_decimal::Decimal;

use super::{Book, ExportError, Folder, Format};
use crate::report::table::{Column, Failure, Table};
use crate::report::{Cell, ColumnType};

/// A `.parquet` file a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parquet;

/// Rows that are held before they are written together.
const GROUP: usize = 65_536;
/// Digits behind the point; the smallest unit of any currency of ISO 4217 has four at most.
const SCALE: u32 = 4;
/// DECIMAL(38, 4) in sixteen bytes.
const WIDTH: i32 = 16;
/// 1970-01-01 in days from the start of the common era.
const EPOCH: i32 = 719_163;

impl Format for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }

    fn about(&self) -> &'static str {
        "one Parquet file a table, decimals exact"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        for table in book.tables() {
            folder.write(&format!("{}.parquet", table.name()), |out| {
                fill(book, table.as_ref(), out)
            })?;
        }
        Ok(())
    }
}

fn fill(
    book: &Book<'_>,
    table: &dyn Table,
    out: &mut (dyn Write + Send),
) -> Result<(), ExportError> {
    let failed = ExportError::of("parquet");
    let columns = table.columns();
    let schema = schema(table.name(), &columns).map_err(|e| failed(e.into()))?;
    let writer = SerializedFileWriter::new(out, schema, Arc::new(WriterProperties::default()));
    let mut writer = writer.map_err(|e| failed(e.into()))?;
    let mut held: Vec<Vec<Cell<'static>>> = columns.iter().map(|_| Vec::new()).collect();
    table.rows(book.store, &mut |cells| {
        for (column, cell) in held.iter_mut().zip(cells) {
            column.push(cell.into_owned());
        }
        if held.first().is_some_and(|column| column.len() == GROUP) {
            group(&mut writer, &columns, &mut held)?;
        }
        Ok(())
    })?;
    group(&mut writer, &columns, &mut held).map_err(&failed)?;
    writer.close().map_err(|e| failed(e.into()))?;
    Ok(())
}

fn schema(name: &str, columns: &[Column]) -> Result<TypePtr, parquet::errors::ParquetError> {
    let fields = columns.iter().map(|column| {
        let (physical, logical) = match column.holds {
            ColumnType::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            ColumnType::Integer => (Physical::INT64, None),
            ColumnType::Date => (Physical::INT32, Some(LogicalType::Date)),
            ColumnType::Decimal => {
                let decimal = LogicalType::decimal(SCALE.cast_signed(), 38);
                (Physical::FIXED_LEN_BYTE_ARRAY, Some(decimal))
            }
        };
        let field = Type::primitive_type_builder(column.name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical);
        let field = match column.holds {
            ColumnType::Decimal => {
                field.with_length(WIDTH).with_precision(38).with_scale(SCALE.cast_signed())
            }
            _ => field,
        };
        field.build().map(Arc::new)
    });
    let fields = fields.collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder(name).with_fields(fields).build().map(Arc::new)
}

fn group<W: Write + Send>(
    writer: &mut SerializedFileWriter<W>,
    columns: &[Column],
    held: &mut [Vec<Cell<'static>>],
) -> Result<(), Failure> {
    if held.first().is_none_or(Vec::is_empty) {
        return Ok(());
    }
    let mut group = writer.next_row_group()?;
    for (column, cells) in columns.iter().zip(held) {
        let Some(mut out) = group.next_column()? else { continue };
        write_column(out.untyped(), column, cells)?;
        out.close()?;
        cells.clear();
    }
    group.close()?;
    Ok(())
}

fn write_column(
    out: &mut ColumnWriter<'_>,
    column: &Column,
    cells: &[Cell<'_>],
) -> Result<(), Failure> {
    let there: Vec<i16> = cells.iter().map(|cell| i16::from(*cell != Cell::Empty)).collect();
    let full = || cells.iter().filter(|cell| **cell != Cell::Empty);
    let levels = Some(there.as_slice());
    match out {
        ColumnWriter::ByteArrayColumnWriter(out) => {
            let texts: Vec<ByteArray> = full().map(|c| c.to_string().into_bytes().into()).collect();
            out.write_batch(&texts, levels, None)?;
        }
        ColumnWriter::Int64ColumnWriter(out) => {
            let numbers: Vec<i64> = full().map(integer).collect::<Result<_, _>>()?;
            out.write_batch(&numbers, levels, None)?;
        }
        ColumnWriter::Int32ColumnWriter(out) => {
            let days: Vec<i32> = full().map(days).collect::<Result<_, _>>()?;
            out.write_batch(&days, levels, None)?;
        }
        ColumnWriter::FixedLenByteArrayColumnWriter(out) => {
            let numbers: Vec<FixedLenByteArray> = full().map(decimal).collect::<Result<_, _>>()?;
            out.write_batch(&numbers, levels, None)?;
        }
        _ => return Err(format!("the column {} has no type that is written", column.name).into()),
    }
    Ok(())
}

fn integer(cell: &Cell<'_>) -> Result<i64, Failure> {
    match cell {
        Cell::Integer(number) => Ok(*number),
        other => Err(format!("\"{other}\" is no whole number").into()),
    }
}

fn days(cell: &Cell<'_>) -> Result<i32, Failure> {
    use chrono::Datelike;
    match cell {
        Cell::Date(day) => Ok(day.num_days_from_ce() - EPOCH),
        other => Err(format!("\"{other}\" is no day").into()),
    }
}

fn decimal(cell: &Cell<'_>) -> Result<FixedLenByteArray, Failure> {
    let Cell::Decimal(number) = cell else { return Err(format!("\"{cell}\" is no amount").into()) };
    let number = number.normalize();
    let missing = SCALE.checked_sub(number.scale()).ok_or_else(|| finer(&number))?;
    let scaled =
        number.mantissa().checked_mul(10_i128.pow(missing)).ok_or_else(|| finer(&number))?;
    Ok(ByteArray::from(scaled.to_be_bytes().to_vec()).into())
}

fn finer(number: &Decimal) -> Failure {
    format!("{number} does not fit a decimal of 38 digits, {SCALE} behind the point").into()
}
