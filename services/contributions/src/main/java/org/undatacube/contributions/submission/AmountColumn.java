package org.undatacube.contributions.submission;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

@Converter(autoApply = true)
class AmountColumn implements AttributeConverter<Amount, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Amount amount) {
        return amount == null ? null : amount.value();
    }

    @Override
    public Amount convertToEntityAttribute(BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
