//! Errors and results of work are returned unchanged.

use odata_core::{Error, ErrorCode};

use super::support::{Flaw, Stores, TYPE, expect, item};
use crate::store::StoreError;

const CODE: ErrorCode = ErrorCode::new("ContractChecked", 418);

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let client = stores.make().await;
    let detail = Error::new(ErrorCode::TOO_LONG, "a detail").with_target("a/b");
    let expected = Error::new(CODE, "not \"now\"").with_target("x").with_detail(detail);
    for writes in [false, true] {
        let refused = client.transact((writes, expected.clone()), |(writes, error), transaction| {
            Box::pin(async move {
                transaction.get(&item("1")).await?;
                if *writes {
                    transaction.put(&item("1"), TYPE, "{}".to_owned()).await?;
                }
                Err::<(), _>(error.clone().into())
            })
        });
        match refused.await {
            Err(StoreError::Refused(error)) => expect("the error of work", &error, &expected)?,
            other => return Err(Flaw(format!("the error {expected:?} was returned as {other:?}"))),
        }
    }
    for make in [|| StoreError::OwnerMissing, || StoreError::InvalidPosition, || StoreError::busy("busy on purpose")] {
        let done = client.transact((), move |(), _| Box::pin(async move { Err::<(), _>(make()) })).await;
        expect("the error of work", done.map_err(|error| error.to_string()), Err(make().to_string()))?;
    }
    let result = vec![Some("a result".to_owned()), None];
    let done = client.transact(result.clone(), |result, _| Box::pin(async { Ok(result.clone()) })).await?;
    expect("the result of work", done, result)
}
