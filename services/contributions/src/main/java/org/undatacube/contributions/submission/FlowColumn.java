package org.undatacube.contributions.submission;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.undatacube.codelists.Flow;

@Converter(autoApply = true)
class FlowColumn implements AttributeConverter<Flow, String> {
    @Override
    public String convertToDatabaseColumn(Flow flow) {
        return flow == null ? null : flow.code();
    }

    @Override
    public Flow convertToEntityAttribute(String code) {
        return code == null ? null : Flow.of(code);
    }
}
